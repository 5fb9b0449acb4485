import { keepBytes } from "../../wire/keep-bytes.ts";
import type { TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepContext, StepFailure } from "../step-context.ts";
import { patience, quiet } from "../wait.ts";
import { compile, keepGroups } from "./pattern.ts";

/** The arguments of a step that expects a stream to match a pattern. */
export interface Matching {
  matches: string;
  "ignore-case"?: true | undefined;
  within?: string | undefined;
  whole?: boolean | undefined;
}

/** How long a sender may pause within a line, if it cannot be proven that nothing more will arrive. */
const pauseMs = 200;

/**
 * Waits until the received bytes match, and takes them up to the end of the match; named groups become values of the test.
 *
 * If the match ends within a line, it waits for the rest of the line and takes that as well, because the pattern could match more of it;
 * not if the pattern itself ends with a line end, or if the match must be the whole reply.
 */
export async function expectMatch(
  step: Matching,
  peer: TcpPeer,
  context: StepContext,
): Promise<{ bytes: Buffer } | StepFailure> {
  const pattern = compile(step.matches, { ignoreCase: step["ignore-case"] });
  const waited = await context.until(
    () => (pattern.find(peer.inbox.peek()) ? "found" : peer.end ? "ended" : undefined),
    patience(step.within),
  );
  let found = pattern.find(peer.inbox.peek());
  if (found === null) return mismatch(step, peer, "gaveUp" in waited ? { gaveUp: waited.gaveUp } : {});
  while (!endsLine(step.matches) && restOfLine(peer.inbox.peek(), found.end) === null && peer.end === null) {
    const { length } = peer.inbox;
    await context.until(() => (peer.inbox.length > length || peer.end ? true : undefined), quiet(pauseMs));
    if (peer.inbox.length === length) break;
    found = pattern.find(peer.inbox.peek()) ?? found;
  }
  keepGroups(found, context);
  const rest = step.whole || endsLine(step.matches) ? 0 : (restOfLine(peer.inbox.peek(), found.end) ?? 0);
  return { bytes: peer.inbox.take(found.end + rest) };
}

/** Whether a pattern itself ends with the end of a line. */
function endsLine(pattern: string): boolean {
  return /(?:\\n|\n|(?<!\\)\$)\)*$/.test(pattern);
}

/** How many bytes after the match belong to its line; null if the end of the line has not arrived. */
function restOfLine(bytes: Buffer, end: number): number | null {
  if (bytes[end - 1] === newline) return 0;
  const at = bytes.indexOf(newline, end);
  return at < 0 ? null : at + 1 - end;
}

const newline = 0x0a;

function mismatch({ matches }: Matching, peer: TcpPeer, gaveUp: Pick<StepFailure, "gaveUp">): StepFailure {
  const actual = peer.inbox.take(peer.inbox.length);
  if (actual.length === 0) return { code: nothingCame(peer), who: peer.name, facts: { pattern: matches }, ...gaveUp };
  return { code: "no-match", who: peer.name, actual: keepBytes(actual), facts: { pattern: matches }, ...gaveUp };
}

/** The code of a failure for a stream on which nothing arrived. */
export function nothingCame(peer: TcpPeer): "no-reply" | "reset-early" | "closed-early" {
  if (peer.end === null) return "no-reply";
  return peer.end === "reset" ? "reset-early" : "closed-early";
}
