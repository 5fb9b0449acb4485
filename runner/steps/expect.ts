import { firstDifference } from "../wire/difference.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { expectDatagram } from "./expect-datagram.ts";
import { defineStep } from "./step.ts";
import type { GaveUp, StepContext, StepFailure } from "./step-context.ts";
import { tooEarly } from "./support/after.ts";
import { comparison } from "./support/comparison.ts";
import { expectMatch, nothingCame } from "./support/expect-match.ts";
import { type ExpectArgs, expectSchema } from "./support/expect-schema.ts";
import { streamOrDatagramPeer } from "./support/names.ts";
import { payloadBytes } from "./support/payload.ts";
import { watchRate } from "./support/rate.ts";
import { patience, quiet } from "./wait.ts";

export const expect = defineStep({
  summary: "Bytes must arrive at a peer, exactly these and in this order; over UDP, as one datagram.",
  example: '- expect: { at: alice, text: "Halo, dunia ☕" }',
  schema: expectSchema,
  onlyTalks: true,
  async play(step, context) {
    const peer = streamOrDatagramPeer(context, step.at);
    const failure = await (peer instanceof TcpPeer
      ? expectStream(step, peer, context)
      : expectDatagram(step, peer, context));
    return failure ?? tooEarly(step, peer.gapMs);
  },
});

async function expectStream(step: ExpectArgs, peer: TcpPeer, context: StepContext): Promise<StepFailure | null> {
  if (step.message !== undefined) return expectAny(step, peer, context);
  if (step.matches !== undefined) {
    const matched = await expectMatch({ ...step, matches: step.matches }, peer, context);
    if ("code" in matched) return matched;
    return step.whole ? expectNothingMore(step, matched.bytes, peer, context) : null;
  }
  const expected = step.sent ? peer.outbox.take(peer.outbox.length) : payloadBytes(step, context, step.at);
  const failure = await expectBytes(step, expected, peer, context);
  return failure ?? (step.whole ? expectNothingMore(step, expected, peer, context) : null);
}

async function expectBytes(
  step: ExpectArgs,
  expected: Buffer,
  peer: TcpPeer,
  context: StepContext,
): Promise<StepFailure | null> {
  const passing = { passedBytes: () => peer.passedBytes };
  peer.wants(expected.length);
  const [verdict, rate] = [streamVerdict(expected, peer), watchRate(step, peer)];
  const look = () => {
    rate.look();
    return verdict();
  };
  const waited = await context.until(look, { ...patience(step.within), ...passing });
  if ("value" in waited && waited.value === "differs") {
    await context.until(() => (peer.inbox.length >= expected.length || peer.end ? true : undefined), { idleMs: 250 });
  }
  if ("value" in waited && waited.value === "complete") {
    peer.inbox.take(expected.length);
    return rate.failure();
  }
  return streamFailure(expected, peer, "gaveUp" in waited ? waited.gaveUp : undefined);
}

/** Returns a function that judges the bytes received so far; each byte is compared only once. */
function streamVerdict(expected: Buffer, peer: TcpPeer): () => "complete" | "differs" | "ended" | undefined {
  let same = 0;
  return () => {
    const upTo = Math.min(peer.inbox.length, expected.length);
    const isNew = upTo > same;
    if (isNew && !expected.subarray(same, upTo).equals(peer.inbox.peek().subarray(same, upTo))) return "differs";
    same = upTo;
    if (same === expected.length) return "complete";
    return peer.end ? "ended" : undefined;
  };
}

function streamFailure(expected: Buffer, peer: TcpPeer, gaveUp?: GaveUp): StepFailure {
  const actual = peer.inbox.peek();
  const about = { who: peer.name, ...comparison(expected, actual), ...(gaveUp && { gaveUp }) };
  if (firstDifference(expected, actual) >= 0) return { code: "reply-differs", ...about };
  if (peer.end === "reset") return { code: "reset-early", ...about };
  if (peer.end === "orderly") return { code: "closed-early", ...about };
  return { code: actual.length === 0 ? "no-reply" : "reply-incomplete", ...about };
}

/** How long a sender may pause within a message, if it cannot be proven that nothing more will arrive. */
const pauseMs = 200;

async function expectAny(step: ExpectArgs, peer: TcpPeer, context: StepContext): Promise<StepFailure | null> {
  const size = () => peer.inbox.length;
  const waited = await context.until(() => (size() > 0 || peer.end ? true : undefined), patience(step.within));
  if (size() === 0) {
    const code = context.kind(context.role) === "client" ? "no-message-sent" : nothingCame(peer);
    return { code, who: peer.name, ...("gaveUp" in waited && { gaveUp: waited.gaveUp }) };
  }
  for (let before = 0; before !== size() && !peer.end; ) {
    before = size();
    await context.until(() => (size() > before || peer.end ? true : undefined), quiet(pauseMs));
  }
  peer.inbox.take(peer.inbox.length);
  return null;
}

async function expectNothingMore(
  step: ExpectArgs,
  expected: Buffer,
  peer: TcpPeer,
  context: StepContext,
): Promise<StepFailure | null> {
  const more = () => peer.inbox.length > 0 && !(step.newline && /^\r?\n?$/.test(peer.inbox.peek().toString()));
  const waited = await context.until(() => (more() ? "more" : peer.end ? "ended" : undefined), quiet(300));
  if ("gaveUp" in waited || waited.value === "ended") {
    peer.inbox.take(peer.inbox.length);
    return null;
  }
  const all = Buffer.concat([expected, peer.inbox.peek()]);
  return { code: "reply-too-long", who: step.at, ...comparison(expected, all) };
}
