import * as z from "zod";
import { expect } from "./expect.ts";
import { defineShortStep } from "./step.ts";
import { streamName, tcpPeer } from "./support/names.ts";

/** A line, for a server that waits for the end of one. */
const usual = "Halo, server!";

export const learn = defineShortStep({
  summary:
    "A peer sends a line and takes whatever comes back for the server's way to answer: `expect-served` asks for no more than that from then on. So a test about something else than bytes is not lost to a server that, say, answers in capitals.",
  example: "- learn: alice",
  short: "from",
  schema: z.strictObject({
    from: streamName,
    text: z.string().optional().describe(`What it sends. @default "${usual}" and a newline`),
  }),
  acts: "alone",
  onlyTalks: true,
  async play({ from, text }, context) {
    const peer = tcpPeer(context, from);
    const sent = Buffer.from(text ?? `${usual}\n`);
    const before = peer.log.received.length;
    await peer.send(sent, null);
    const failure = await expect.play({ at: from, message: "any" }, context);
    peer.outbox.take(peer.outbox.length);
    context.learnt.push({ sent, received: Buffer.concat(peer.log.received.slice(before)) });
    return failure;
  },
});
