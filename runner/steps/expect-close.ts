import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { defineShortStep } from "./step.ts";
import { after, tooEarly } from "./support/after.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const fields = z.strictObject({
  at: streamName,
  how: z
    .enum(["orderly", "reset", "either"])
    .optional()
    .describe("How the program must end the connection. @default either"),
  rest: z.literal("any").optional().describe("It may send any bytes before"),
  after,
  within: duration.optional().describe("How long the program may idle before it closes. @default the test's limit"),
});

export const expectClose = defineShortStep({
  summary: "The program must end a peer's connection, and must send nothing more before, unless `rest: any`.",
  example: "- expect-close: { at: alice, how: orderly }",
  short: "at",
  schema: fields,
  onlyTalks: true,
  async play(step, context) {
    const peer = tcpPeer(context, step.at);
    const waited = await context.until(
      () => (peer.inbox.length > 0 && step.rest !== "any" ? "more" : (peer.end ?? undefined)),
      patience(step.within),
    );
    const who = step.at;
    if ("gaveUp" in waited) return { code: "not-closed", who, gaveUp: waited.gaveUp };
    if (waited.value === "more") return { code: "reply-too-long", who, actual: keepBytes(peer.inbox.peek()) };
    const wanted = step.how ?? "either";
    if (wanted === "either" || waited.value === wanted) return tooEarly(step, peer.silentBeforeEndMs);
    return { code: "closed-wrongly", who, facts: { how: waited.value, wanted } };
  },
});
