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
    .describe("So many must come, or 60% of what was sent; UDP may lose the rest. @default all that were sent"),
  most: count.optional().describe("More may not come: a server that is to lose some does. @default all that were sent"),
  each: z
    .string()
    .optional()
    .describe(
      "What each reply is, where it is not what was sent: {upper(sent)}, with {sent} for the text that was sent",
    ),
  "same-port": samePort,
  within: duration.optional().describe("How long the program may idle between two replies. @default the test's limit"),
});

export const expectReplies = defineShortStep({
  summary:
    "The datagrams that a peer sent come back in any order, each by itself, none of them twice and nothing else with them.",
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

/** The number that a count means; a rate is a share of all that were sent. */
function countOf(written: z.output<typeof count> | undefined, sent: number): number {
  if (typeof written === "string") return Math.round((Number.parseInt(written, 10) / 100) * sent);
  return written ?? sent;
}

function replyTo(sent: Buffer, each: string | undefined): Buffer {
  return each === undefined ? sent : Buffer.from(fill(each, { sent: sent.toString() }));
}
