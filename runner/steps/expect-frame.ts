import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { defineStep } from "./step.ts";
import { comparison } from "./support/comparison.ts";
import { nothingCame } from "./support/expect-match.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { compile, ignoreCase, pattern } from "./support/pattern.ts";
import { checkPayload, payloadBytes, payloadFields } from "./support/payload.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const schema = z
  .strictObject({
    at: streamName,
    length: z
      .string()
      .regex(/^u(8|16|32|64)(le)?$/, "write u8, u16, u32 or u64, with le behind it for little endian")
      .describe("How the length before the frame is written: u8, u16, u32, u64, or u16le and so on"),
    counts: z
      .enum(["rest", "all"])
      .optional()
      .describe("Whether the length counts what follows it, or itself too. @default rest"),
    ...payloadFields,
    matches: pattern.optional(),
    "ignore-case": ignoreCase,
    within: duration.optional().describe("How long the program may idle before the frame. @default the test's limit"),
  })
  .superRefine(checkPayload("matches"));

export const expectFrame = defineStep({
  summary:
    "A frame must arrive on a connection: its length, then so many bytes, exactly these; what follows is left for the next step.",
  example: "- expect-frame: { at: alice, length: u32, text: Halo }",
  schema,
  onlyTalks: true,
  async play(step, context) {
    const peer = tcpPeer(context, step.at);
    const width = Number(/\d+/.exec(step.length)?.[0]) / 8;
    const frameLength = () => {
      const bytes = peer.inbox.peek();
      if (bytes.length < width) return null;
      const head = bytes.subarray(0, width);
      const ordered = step.length.endsWith("le") ? Buffer.from(head).reverse() : head;
      const counted = Number(BigInt(`0x${ordered.toString("hex")}`));
      return step.counts === "all" ? Math.max(0, counted - width) : counted;
    };
    const isThere = () => {
      const length = frameLength();
      return length !== null && peer.inbox.length >= width + length;
    };
    const waited = await context.until(() => (isThere() || peer.end ? true : undefined), {
      ...patience(step.within),
      passedBytes: () => peer.passedBytes,
    });
    const who = step.at;
    const expected = step.matches === undefined ? payloadBytes(step, context, who) : null;
    if (!isThere()) {
      const announced = frameLength();
      const actual = peer.inbox.take(peer.inbox.length);
      const gaveUp = "gaveUp" in waited && { gaveUp: waited.gaveUp };
      if (actual.length === 0) return { code: nothingCame(peer), who, ...gaveUp };
      const facts = { came: Math.max(0, actual.length - width), ...(announced !== null && { announced }) };
      return { code: "frame-incomplete", who, actual: keepBytes(actual), facts, ...gaveUp };
    }
    const frame = peer.inbox.take(width + (frameLength() ?? 0)).subarray(width);
    if (expected) return frame.equals(expected) ? null : { code: "reply-differs", who, ...comparison(expected, frame) };
    const found = compile(step.matches ?? "", { ignoreCase: step["ignore-case"] }).find(frame);
    for (const [name, value] of Object.entries(found?.groups ?? {})) context.values.set(name, value);
    return found ? null : { code: "no-match", who, actual: keepBytes(frame), facts: { pattern: step.matches ?? "" } };
  },
});
