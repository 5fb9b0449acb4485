import * as z from "zod";
import { DisturbedLine } from "../wire/disturbance.ts";
import { defineStep } from "./step.ts";
import type { StepContext } from "./step-context.ts";
import { datagramsName, udpPeer } from "./support/names.ts";
import { duration, toMs } from "./support/units.ts";

const share = z.string().regex(/^\d+(\.\d+)?%$/, "write a share of the datagrams, such as 20%");

const schema = z.strictObject({
  at: datagramsName,
  way: z
    .enum(["in", "out", "both"])
    .optional()
    .describe("in: datagrams from the program; out: datagrams to it. @default both"),
  lose: z
    .union([z.int().positive(), share])
    .optional()
    .describe("How many datagrams are lost: this number of the first ones, or a share of all"),
  duplicate: share.optional().describe("The share of datagrams that arrive twice"),
  delay: z
    .union([duration, z.tuple([duration, duration])])
    .optional()
    .describe("The delay, or the least and the greatest; datagrams with different delays overtake one another"),
});

export const disturb = defineStep({
  summary:
    "From now on, datagrams between a peer and the program are lost, duplicated or delayed at random, as the seed decides.",
  example: "- disturb: { at: alice, lose: 20%, duplicate: 10%, delay: [0ms, 30ms] }",
  schema,
  onlyTalks: true,
  async play(step, context) {
    const peer = udpPeer(context, step.at);
    const way = step.way ?? "both";
    if (way !== "in") peer.disturb({ out: line(step, "out", context) });
    if (way !== "out") peer.disturb({ in: line(step, "in", context) });
    return null;
  },
});

function line(step: z.output<typeof schema>, way: string, context: StepContext): DisturbedLine {
  const { lose = "0%", duplicate = "0%", delay = "0ms" } = step;
  const [least, most] = typeof delay === "string" ? [delay, delay] : delay;
  const disturbance = {
    loseFirst: typeof lose === "number" ? lose : 0,
    lose: typeof lose === "number" ? 0 : toShare(lose),
    duplicate: toShare(duplicate),
    delayMs: [toMs(least), toMs(most)] as const,
  };
  const draw = () => context.random(4, `${step.at} ${way}`).readUInt32BE() / 2 ** 32;
  return new DisturbedLine(disturbance, draw, (delivery) => context.during(delivery));
}

function toShare(written: string): number {
  return Number.parseFloat(written) / 100;
}
