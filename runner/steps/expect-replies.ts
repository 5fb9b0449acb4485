import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { fill } from "./support/fill.ts";
import { datagramsName, udpPeer } from "./support/names.ts";
import { takeReplies } from "./support/replies.ts";
import { samePort } from "./support/same-port.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const count = z.union([
  z.int().nonnegative(),
  z.string().regex(/^(100|\d{1,2})%$/, "write a number, or a rate such as 60%"),
]);

const fields = z.strictObject({
  at: datagramsName,
  least: count
    .optional()
    .describe("The least number of replies, or a share of the datagrams that were sent, such as 60%. @default all"),
  most: count.optional().describe("The greatest number of replies, for a server that must drop some. @default all"),
  each: z
    .string()
    .optional()
    .describe(
      "Each reply, if it is not the datagram itself: {upper(sent)}, for example, where {sent} is the text that was sent",
    ),
  "same-port": samePort,
  within: duration.optional().describe("How long the program may idle between two replies. @default the test's limit"),
});

export const expectReplies = defineShortStep({
  summary:
    "The datagrams that a peer has sent must come back in any order, each as one datagram, none of them twice, and no others.",
  example: "- expect-replies: { at: alice, least: 100 }",
  short: "at",
  schema: fields,
  values: ["sent"],
  onlyTalks: true,
  async play(step, context) {
    const peer = udpPeer(context, step.at);
    const sent = peer.outbox.splice(0).map((bytes) => replyTo(bytes, step.each));
    const wanted = {
      sent,
      fit: (due: Buffer, reply: Buffer) => (reply.equals(due) ? 0 : null),
      times: 1,
      least: Math.min(countOf(step.least, sent.length), sent.length),
      most: step.most === undefined ? undefined : countOf(step.most, sent.length),
      samePort: step["same-port"],
      patience: patience(step.within),
    };
    return takeReplies(wanted, peer, context);
  },
});

/** A count as a number; a rate is a share of the datagrams that were sent. */
function countOf(written: z.output<typeof count> | undefined, sent: number): number {
  if (typeof written === "string") return Math.round((Number.parseInt(written, 10) / 100) * sent);
  return written ?? sent;
}

function replyTo(sent: Buffer, each: string | undefined): Buffer {
  return each === undefined ? sent : Buffer.from(fill(each, { sent: sent.toString() }));
}
