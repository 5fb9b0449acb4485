import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { TcpPeer } from "../wire/tcp-peer.ts";
import { defineStep } from "./step.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import { after, tooEarly } from "./support/after.ts";
import { comparison } from "./support/comparison.ts";
import { nothingCame } from "./support/expect-match.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { compile, ignoreCase, keepGroups, pattern } from "./support/pattern.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const schema = z
  .strictObject({
    at: streamName,
    is: z.string().optional().describe("The line, without its end"),
    matches: pattern.optional().describe("A regular expression that the line, without its end, matches"),
    not: pattern.optional().describe("A regular expression that the line must not match"),
    "ignore-case": ignoreCase,
    ends: z
      .enum(["lf", "crlf", "either"])
      .optional()
      .describe("How the line must end: with \\n, with \\r\\n, or with either. @default either"),
    skip: pattern.optional().describe("Lines that match this may come before: a greeting, an echo, a notice"),
    after,
    within: duration.optional().describe("How long the program may idle before the line. @default the test's limit"),
  })
  .refine(
    ({ is, matches, not }) =>
      !(is !== undefined && matches !== undefined) && [is, matches, not].some((each) => each !== undefined),
    "give is, or matches, not or both of them",
  );
type Args = z.output<typeof schema>;

export const expectLine = defineStep({
  summary: "The next line that arrives on a connection must be this one; bytes after it are left for the next step.",
  example: '- expect-line: { at: alice, matches: "^250 ", ends: crlf }',
  schema,
  onlyTalks: true,
  async play(step, context) {
    const peer = tcpPeer(context, step.at);
    const skipped = step.skip === undefined ? null : compile(step.skip, { ignoreCase: step["ignore-case"] });
    for (;;) {
      const line = await nextLine(peer, step, context);
      if (!Buffer.isBuffer(line)) return line;
      const failure = judge(line, step, context);
      if (failure === null) return tooEarly(step, peer.gapMs);
      if (!skipped?.find(withoutEnd(line))) return { ...failure, who: step.at };
    }
  },
});

async function nextLine(peer: TcpPeer, step: Args, context: StepContext): Promise<Buffer | StepFailure> {
  const length = () => peer.inbox.peek().indexOf("\n") + 1;
  const waited = await context.until(() => (length() > 0 || peer.end ? true : undefined), patience(step.within));
  if (length() > 0) return peer.inbox.take(length());
  const rest = peer.inbox.take(peer.inbox.length);
  const gaveUp = "gaveUp" in waited && { gaveUp: waited.gaveUp };
  if (rest.length === 0) return { code: nothingCame(peer), who: step.at, ...wantedBytes(step), ...gaveUp };
  return { code: "line-unended", who: step.at, actual: keepBytes(rest), ...gaveUp };
}

function wantedBytes({ is }: Args) {
  return is === undefined ? {} : { expected: keepBytes(Buffer.from(`${is}\n`)) };
}

function judge(line: Buffer, step: Args, context: StepContext): StepFailure | null {
  const options = { ignoreCase: step["ignore-case"] };
  const text = withoutEnd(line);
  if (step.is !== undefined && !isSame(text, Buffer.from(step.is), step["ignore-case"])) {
    return { code: "reply-differs", ...comparison(Buffer.from(step.is), text) };
  }
  const found = step.matches === undefined ? null : compile(step.matches, options).find(text);
  const pattern = step.matches !== undefined && found === null ? step.matches : undefined;
  if (pattern !== undefined) return { code: "no-match", actual: keepBytes(line), facts: { pattern } };
  if (step.not !== undefined && compile(step.not, options).find(text)) {
    return { code: "no-match", actual: keepBytes(line), facts: { unwanted: step.not } };
  }
  const [wanted, ended] = [step.ends ?? "either", line.at(-2) === 0x0d ? "crlf" : "lf"];
  if (wanted !== "either" && wanted !== ended) {
    return { code: "line-ending", actual: keepBytes(line), facts: { wanted } };
  }
  keepGroups(found, context);
  return null;
}

function isSame(line: Buffer, wanted: Buffer, ignoresCase: true | undefined): boolean {
  return line.equals(wanted) || (!!ignoresCase && line.toString().toLowerCase() === wanted.toString().toLowerCase());
}

function withoutEnd(line: Buffer): Buffer {
  return line.subarray(0, line.at(-2) === 0x0d ? -2 : -1);
}
