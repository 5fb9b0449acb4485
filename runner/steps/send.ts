import * as z from "zod";
import { type Pace, TcpPeer } from "../wire/tcp-peer.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import { listeningAddress } from "./connect.ts";
import { defineStep } from "./step.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import { LabFault, launched, peerName, programName, streamOrDatagramPeer } from "./support/names.ts";
import { checkPayload, payloadBytes, payloadFields } from "./support/payload.ts";
import { betweenPieces } from "./support/pieces.ts";
import { sendBytes } from "./support/send-bytes.ts";
import { duration, size, toBytes } from "./support/units.ts";

const schema = z
  .strictObject({
    from: peerName,
    ...payloadFields,
    received: z
      .union([z.literal(true), z.literal("swapped-case")])
      .optional()
      .describe(
        "All bytes that this peer received and did not send back yet; over UDP, each datagram separately. swapped-case: with the case of the letters a to z swapped, which a client cannot know in advance",
      ),
    to: z
      .union([z.enum(["sender", "group"]), programName])
      .optional()
      .describe(
        "Over UDP: sender: to where the last datagram came from, which may be a new port, as with TFTP; group: to the multicast group that this peer joined; or a program that was started. @default the port to which it connected",
      ),
    pieces: z.int().positive().optional().describe("Number of writes of about the same size. @default 1"),
    "piece-bytes": z
      .union([size, z.tuple([size, size])])
      .optional()
      .describe("Size of each write, or the smallest and the largest of sizes drawn from the seed"),
    every: duration
      .optional()
      .describe(
        "Least pause between two writes; each write also waits until the program has read the previous one, or for 2ms if that cannot be seen. @default none",
      ),
  })
  .superRefine(checkPayload("received"));

type Args = z.output<typeof schema>;

export const send = defineStep({
  summary: "A peer sends bytes: over TCP in one write or in pieces, over UDP as one datagram.",
  example: '- send: { from: alice, text: "Halo, dunia ☕", pieces: 3, every: 15ms }',
  schema,
  acts: "in-a-row",
  races: (step) => step.pieces !== undefined || step["piece-bytes"] !== undefined,
  onlyTalks: true,
  async play(step, context: StepContext) {
    const peer = streamOrDatagramPeer(context, step.from);
    return peer instanceof TcpPeer ? sendStream(step, peer, context) : sendDatagram(step, peer, context);
  },
});

async function sendStream(step: Args, peer: TcpPeer, context: StepContext): Promise<StepFailure | null> {
  const bytes = step.received
    ? answerTo(step)(peer.heard.take(peer.heard.length))
    : payloadBytes(step, context, step.from);
  return sendBytes(peer, bytes, paceOf(step, bytes.length, context), context);
}

async function sendDatagram(step: Args, peer: UdpPeer, context: StepContext): Promise<StepFailure | null> {
  const to = await destination(step.to, context);
  if (typeof to === "object" && "code" in to) return to;
  const isSent = await (step.received
    ? peer.sendBack(answerTo(step))
    : peer.send(payloadBytes(step, context, step.from), to));
  if (isSent) return null;
  throw new LabFault(`${step.from} does not know where to send: it must expect a datagram first`);
}

function answerTo({ received }: Args): (bytes: Buffer) => Buffer {
  return received === "swapped-case" ? swapCase : (bytes) => bytes;
}

const caseBit = 0x20;
const letters = { first: 0x61, last: 0x7a };

/** In ASCII, capital and small letters differ in one bit; the bytes of longer UTF-8 characters are above 127. */
function swapCase(bytes: Buffer): Buffer {
  const swapped = Buffer.from(bytes);
  for (let at = 0; at < swapped.length; at += 1) {
    const byte = swapped[at] ?? 0;
    const small = byte | caseBit;
    if (small >= letters.first && small <= letters.last) swapped[at] = byte ^ caseBit;
  }
  return swapped;
}

async function destination(to: string | undefined, context: StepContext) {
  if (to === undefined) return "usual";
  if (to === "sender" || to === "group") return to;
  return listeningAddress(launched(context, to), context, { over: "udp" });
}

function paceOf(step: Args, length: number, context: StepContext): Pace | null {
  const pieceBytes = pieceSizes(step, length, (label) => context.random(4, label).readUInt32BE());
  return pieceBytes && { pieceBytes, between: () => betweenPieces(step.every, context) };
}

function pieceSizes(step: Args, length: number, draw: (label: string) => number): Pace["pieceBytes"] | null {
  const sizes = step["piece-bytes"];
  if (Array.isArray(sizes)) {
    const [least, most] = [toBytes(sizes[0]), toBytes(sizes[1])];
    return (sent) => least + (draw(`${step.from} piece at ${sent}`) % (most - least + 1));
  }
  if (sizes !== undefined) return () => toBytes(sizes);
  return step.pieces === undefined ? null : () => Math.ceil(length / (step.pieces ?? 1));
}
