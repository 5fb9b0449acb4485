import * as z from "zod";
import { defineStep } from "./step.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { duration, size, toBytes, toMs } from "./support/units.ts";

export const readSlowly = defineStep({
  summary: "From now on, a peer reads slowly, a few bytes at a time, so that the program's send buffer fills up.",
  example: "- read-slowly: { at: alice, bytes: 64KiB, every: 1ms }",
  schema: z.strictObject({
    at: streamName,
    bytes: size.optional().describe("Most bytes read at a time. @default 64KiB"),
    every: duration.optional().describe("Pause between two reads. @default 1ms"),
  }),
  onlyTalks: true,
  async play(step, context) {
    tcpPeer(context, step.at).readSlowly({
      bytes: toBytes(step.bytes ?? "64KiB"),
      everyMs: toMs(step.every ?? "1ms"),
    });
    return null;
  },
});
