import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { defineStep } from "./step.ts";
import { after, tooEarly } from "./support/after.ts";
import { comparison } from "./support/comparison.ts";
import { frameCounts, frameLength, nextFrame } from "./support/frame.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { compile, ignoreCase, keepGroups, pattern } from "./support/pattern.ts";
import { checkPayload, payloadBytes, payloadFields } from "./support/payload.ts";
import { duration } from "./support/units.ts";

const schema = z
  .strictObject({
    at: streamName,
    length: frameLength,
    counts: frameCounts,
    ...payloadFields,
    matches: pattern.optional(),
    "ignore-case": ignoreCase,
    after,
    within: duration.optional().describe("How long the program may idle before the frame. @default the test's limit"),
  })
  .superRefine(checkPayload("matches"));

export const expectFrame = defineStep({
  summary:
    "A frame must arrive on a connection: a length and exactly these bytes; bytes after it are left for the next step.",
  example: "- expect-frame: { at: alice, length: u32, text: Halo }",
  schema,
  onlyTalks: true,
  async play(step, context) {
    const peer = tcpPeer(context, step.at);
    const expected = step.matches === undefined ? payloadBytes(step, context, step.at) : null;
    const frame = await nextFrame(peer, step, context);
    if (!Buffer.isBuffer(frame)) return frame;
    const who = step.at;
    if (expected && !frame.equals(expected)) return { code: "reply-differs", who, ...comparison(expected, frame) };
    if (step.matches !== undefined) {
      const found = compile(step.matches, { ignoreCase: step["ignore-case"] }).find(frame);
      if (!found) return { code: "no-match", who, actual: keepBytes(frame), facts: { pattern: step.matches } };
      keepGroups(found, context);
    }
    return tooEarly(step, peer.gapMs);
  },
});
