import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import { expect } from "./expect.ts";
import { defineShortStep } from "./step.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import { nothingCame } from "./support/expect-match.ts";
import { fitOf, type Manner, strictness } from "./support/manner.ts";
import { LabFault, peerName, streamOrDatagramPeer } from "./support/names.ts";
import { payloadBytes, payloadFields } from "./support/payload.ts";
import { takeReplies } from "./support/replies.ts";
import { samePort } from "./support/same-port.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const fields = z.strictObject({
  at: peerName,
  payload: payloadFields.payload.describe(
    "What was sent. @default the bytes that this peer sent and did not receive back yet",
  ),
  whole: z
    .boolean()
    .optional()
    .describe("Nothing more may follow, if the server sends back what it receives. @default false"),
  least: z
    .int()
    .positive()
    .optional()
    .describe("Over UDP: the least number of datagrams that must be answered. @default all that were sent"),
  "same-port": samePort,
  within: duration.optional().describe("How long the program may idle before the reply. @default the test's limit"),
});
type Args = z.output<typeof fields>;

export const expectServed = defineShortStep({
  summary:
    "The server must answer a peer in the same way as in the `learn` step: with exactly the peer's bytes if it sent those back then, else with an answer that contains them, or with any answer. Over UDP each datagram must be answered, with as many datagrams as in that step.",
  example: "- expect-served: bob",
  short: "at",
  schema: fields,
  onlyTalks: true,
  async play(step, context) {
    const manner = context.learnt.at(-1);
    if (manner === undefined)
      throw new LabFault("it was not learnt how the server answers: a learn step must come first");
    const peer = streamOrDatagramPeer(context, step.at);
    return peer instanceof TcpPeer
      ? servedStream(step, peer, manner, context)
      : servedDatagrams(step, peer, manner, context);
  },
});

function servedDatagrams(
  { least, within, "same-port": fromSamePort }: Args,
  peer: UdpPeer,
  manner: Manner,
  context: StepContext,
): Promise<StepFailure | null> {
  const sent = peer.outbox.splice(0);
  const wanted = {
    sent,
    fit: fitOf(manner),
    times: manner.times,
    least: Math.min(least ?? sent.length, sent.length),
    samePort: fromSamePort,
    patience: patience(within),
  };
  return takeReplies(wanted, peer, context);
}

async function servedStream(
  step: Args,
  peer: TcpPeer,
  manner: Manner,
  context: StepContext,
): Promise<StepFailure | null> {
  const { at, payload, whole, within } = step;
  if (strictness(manner) === "exact")
    return expect.play({ at, ...(payload === undefined ? { sent: true } : { payload }), whole, within }, context);
  return servedAlike(step, peer, manner, context);
}

async function servedAlike(
  step: Args,
  peer: TcpPeer,
  manner: Manner,
  context: StepContext,
): Promise<StepFailure | null> {
  const { payload, at, within } = step;
  const sent = payload === undefined ? peer.outbox.take(peer.outbox.length) : payloadBytes({ payload }, context, at);
  const fits = fitOf(manner);
  const isServed = (answer: Buffer) => fits(sent, answer) !== null;
  const isDue = everySoOften(sent.length);
  const waited = await context.until(
    () => (isDue(peer.inbox.length) && isServed(peer.inbox.peek()) ? "served" : peer.end ? "ended" : undefined),
    { ...patience(within), passedBytes: () => peer.passedBytes },
  );
  const actual = peer.inbox.take(peer.inbox.length);
  if (actual.length > 0 && isServed(actual)) return null;
  const code = actual.length === 0 || peer.end ? nothingCame(peer) : "reply-incomplete";
  const about = { who: peer.name, ...("gaveUp" in waited && { gaveUp: waited.gaveUp }) };
  return { code, ...about, expected: keepBytes(sent), ...(actual.length > 0 && { actual: keepBytes(actual) }) };
}

/** Each check reads the whole answer: so a long one is checked only after another part of it (1/32) has arrived. */
function everySoOften(length: number): (cameBytes: number) => boolean {
  let seenBytes = 0;
  return (cameBytes) => {
    if (cameBytes === 0 || cameBytes - seenBytes < length / parts) return false;
    seenBytes = cameBytes;
    return true;
  };
}

const parts = 32;
