import * as z from "zod";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { defineStep } from "./step.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import { after, tooEarly } from "./support/after.ts";
import { receivedAnswer } from "./support/answer.ts";
import { frameCounts, frameLength, nextFrame } from "./support/frame.ts";
import { jsonFailure, wantedJson } from "./support/json.ts";
import { peerName, streamOrDatagramPeer, tcpPeer } from "./support/names.ts";
import { duration } from "./support/units.ts";

const schema = z
  .strictObject({
    at: peerName,
    has: wantedJson,
    length: frameLength
      .optional()
      .describe("It arrives as a frame, with its length before it in this form: u32, u16le"),
    counts: frameCounts,
    after,
    within: duration.optional().describe("How long the program may idle before it. @default the test's limit"),
  })
  .superRefine(({ counts, length }, context) => {
    if (counts === undefined || length !== undefined) return;
    const message = "`counts` says what the length of a frame counts: it needs `length`";
    context.addIssue({ code: "custom", path: ["counts"], message, params: { about: "key" } });
  });
type Args = z.output<typeof schema>;

export const expectJson = defineStep({
  summary: "JSON must arrive: over TCP as the next line or, with `length`, as a frame; over UDP as the next datagram.",
  example: "- expect-json: { at: alice, has: { type: result, value: 42 } }",
  schema,
  onlyTalks: true,
  async play(step, context) {
    const { at, has } = step;
    const text = await nextText(step, context);
    if (typeof text !== "string") return text;
    const peer = streamOrDatagramPeer(context, at);
    const transport = !(peer instanceof TcpPeer) ? "datagram" : step.length === undefined ? "line" : "frame";
    return jsonFailure(Buffer.from(text), has, { who: at, transport }) ?? tooEarly(step, peer.gapMs);
  },
});

async function nextText(step: Args, context: StepContext): Promise<string | StepFailure> {
  if (step.length === undefined) return receivedAnswer(step.at, step.within, context);
  const frame = await nextFrame(tcpPeer(context, step.at), { ...step, length: step.length }, context);
  return Buffer.isBuffer(frame) ? frame.toString() : frame;
}
