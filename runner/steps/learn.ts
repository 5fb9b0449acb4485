import * as z from "zod";
import { TcpPeer } from "../wire/tcp-peer.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import { expect } from "./expect.ts";
import { expectDatagram } from "./expect-datagram.ts";
import { defineShortStep } from "./step.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import { peerName, streamOrDatagramPeer } from "./support/names.ts";
import { samePort } from "./support/same-port.ts";
import { quiet } from "./wait.ts";

/** The default message; a line, because some servers wait for a newline. */
const usual = "Halo, server!";

const fields = z.strictObject({
  from: peerName,
  text: z.string().optional().describe(`What it sends. @default "${usual}" and a newline`),
  "same-port": samePort,
});
type Args = z.output<typeof fields>;

export const learn = defineShortStep({
  summary:
    "A peer sends a line, and its answer (with a greeting before it) becomes the server's way to answer, which is all that `expect-served` asks for later. So a server that answers in capital letters, for example, does not fail a test that is about something else.",
  example: "- learn: alice",
  short: "from",
  schema: fields,
  acts: "alone",
  onlyTalks: true,
  async play(step, context) {
    const peer = streamOrDatagramPeer(context, step.from);
    const sent = Buffer.from(step.text ?? `${usual}\n`);
    return peer instanceof TcpPeer ? learnStream(peer, sent, context) : learnDatagrams(step, peer, sent, context);
  },
});

async function learnStream(peer: TcpPeer, sent: Buffer, context: StepContext): Promise<StepFailure | null> {
  const greeting = Buffer.from(peer.inbox.peek());
  const before = peer.log.received.length;
  await peer.send(sent, null);
  const failure = await expect.play({ at: peer.name, message: "any" }, context);
  peer.outbox.take(peer.outbox.length);
  context.learnt.push({ sent, received: Buffer.concat([greeting, ...peer.log.received.slice(before)]), times: 1 });
  return failure;
}

/** How long to wait for more answers to the same datagram, if it cannot be proven that none will come. */
const quietMs = 300;

async function learnDatagrams(
  step: Args,
  peer: UdpPeer,
  sent: Buffer,
  context: StepContext,
): Promise<StepFailure | null> {
  const before = peer.log.received.length;
  await peer.send(sent);
  peer.outbox.pop();
  const about = { at: peer.name, message: "any", "same-port": step["same-port"] } as const;
  const failure = await expectDatagram(about, peer, context);
  if (failure !== null) return failure;
  let times = 1;
  while ("value" in (await context.until(() => peer.take() ?? undefined, quiet(quietMs)))) times += 1;
  context.learnt.push({ sent, received: peer.log.received[before] ?? Buffer.alloc(0), times });
  return null;
}
