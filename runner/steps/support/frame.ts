import * as z from "zod";
import { largestMessage } from "../../wire/flood.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepContext, StepFailure } from "../step-context.ts";
import { patience } from "../wait.ts";
import { nothingCame } from "./expect-match.ts";

/** The form of the length before a frame. */
export const frameLength = z
  .string()
  .regex(/^u(8|16|32|64)(le)?$/, "write u8, u16, u32 or u64, with le after it for little endian")
  .describe("The form of the length before the frame: u8, u16, u32, u64, or u16le and so on");

/** Which bytes that length counts. */
export const frameCounts = z
  .enum(["rest", "all"])
  .optional()
  .describe("rest: the length counts the bytes after it; all: it counts itself as well. @default rest");

interface Framing {
  length: string;
  counts?: "rest" | "all" | undefined;
  within?: string | undefined;
}

/** Waits for a whole frame, takes it and returns the bytes after its length; a failure if it does not arrive. */
export async function nextFrame(peer: TcpPeer, step: Framing, context: StepContext): Promise<Buffer | StepFailure> {
  const width = Number(/\d+/.exec(step.length)?.[0]) / 8;
  peer.wants(largestMessage);
  const announced = () => {
    const bytes = peer.inbox.peek();
    if (bytes.length < width) return null;
    const head = bytes.subarray(0, width);
    const ordered = step.length.endsWith("le") ? Buffer.from(head).reverse() : head;
    const counted = Number(BigInt(`0x${ordered.toString("hex")}`));
    return step.counts === "all" ? Math.max(0, counted - width) : counted;
  };
  const isThere = () => {
    const length = announced();
    return length !== null && peer.inbox.length >= width + length;
  };
  const waited = await context.until(() => (isThere() || peer.end ? true : undefined), {
    ...patience(step.within),
    passedBytes: () => peer.passedBytes,
  });
  if (isThere()) return peer.inbox.take(width + (announced() ?? 0)).subarray(width);
  const length = announced();
  const actual = peer.inbox.take(peer.inbox.length);
  const gaveUp = "gaveUp" in waited && { gaveUp: waited.gaveUp };
  if (actual.length === 0) return { code: nothingCame(peer), who: peer.name, ...gaveUp };
  const facts = { came: Math.max(0, actual.length - width), ...(length !== null && { announced: length }) };
  return { code: "frame-incomplete", who: peer.name, actual: keepBytes(actual), facts, ...gaveUp };
}
