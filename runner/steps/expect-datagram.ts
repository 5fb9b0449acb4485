import { keepBytes } from "../wire/keep-bytes.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import type { GaveUp, StepContext, StepFailure } from "./step-context.ts";
import { comparison } from "./support/comparison.ts";
import type { Matching } from "./support/expect-match.ts";
import type { ExpectArgs } from "./support/expect-schema.ts";
import { compile, keepGroups } from "./support/pattern.ts";
import { payloadBytes } from "./support/payload.ts";
import { fromAnotherPort } from "./support/same-port.ts";
import { patience, quiet } from "./wait.ts";

/** `expect` over UDP: the oldest datagram that has not been taken is the whole message, even an empty one. */
export async function expectDatagram(
  step: ExpectArgs,
  peer: UdpPeer,
  context: StepContext,
): Promise<StepFailure | null> {
  const isAboutContent = step.message === undefined && step.matches === undefined;
  const expected = isAboutContent ? expectedBytes(step, peer, context) : null;
  const waited = await context.until(() => peer.take() ?? undefined, patience(step.within));
  if ("gaveUp" in waited) {
    const isClients = context.kind(context.role) === "client";
    return nothingCame(expected, step, peer, { gaveUp: waited.gaveUp, isClients });
  }
  const { bytes } = waited.value;
  if (expected && !bytes.equals(expected)) {
    return { code: "reply-differs", who: peer.name, ...comparison(expected, bytes) };
  }
  const differs =
    step.matches === undefined ? null : mismatch({ ...step, matches: step.matches }, bytes, peer, context);
  return differs ?? fromAnotherPort(step, waited.value, peer) ?? (step.whole ? nothingMore(peer, context) : null);
}

function expectedBytes(step: ExpectArgs, peer: UdpPeer, context: StepContext): Buffer {
  return step.sent ? (peer.outbox.shift() ?? Buffer.alloc(0)) : payloadBytes(step, context, step.at);
}

function nothingCame(
  expected: Buffer | null,
  step: ExpectArgs,
  peer: UdpPeer,
  { gaveUp, isClients }: { gaveUp: GaveUp; isClients: boolean },
): StepFailure {
  const facts = peer.lost > 0 ? { facts: { lost: peer.lost } } : {};
  if (step.message !== undefined && isClients) return { code: "no-message-sent", who: peer.name, gaveUp, ...facts };
  return { code: "no-reply", who: peer.name, gaveUp, ...facts, ...(expected && { expected: keepBytes(expected) }) };
}

function mismatch(step: Matching, actual: Buffer, peer: UdpPeer, context: StepContext): StepFailure | null {
  const found = compile(step.matches, { ignoreCase: step["ignore-case"] }).find(actual);
  keepGroups(found, context);
  return found
    ? null
    : { code: "no-match", who: peer.name, actual: keepBytes(actual), facts: { pattern: step.matches } };
}

async function nothingMore(peer: UdpPeer, context: StepContext): Promise<StepFailure | null> {
  const waited = await context.until(() => peer.datagrams[0], quiet(300));
  if ("gaveUp" in waited) return null;
  return { code: "answered-twice", who: peer.name, actual: keepBytes(waited.value.bytes) };
}
