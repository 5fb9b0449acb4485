import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { defineStep } from "./step.ts";
import { receivedAnswer } from "./support/answer.ts";
import { peerName, streamOrDatagramPeer } from "./support/names.ts";
import { duration } from "./support/units.ts";

const schema = z.strictObject({
  at: peerName,
  has: z
    .record(z.string(), z.unknown())
    .describe("What the object must hold; further keys, in it and in the objects within it, are the program's own"),
  within: duration.optional().describe("How long the program may idle before it. @default the test's limit"),
});

export const expectJson = defineStep({
  summary: "A JSON object must arrive: over TCP as the next line, over UDP as the next datagram.",
  example: "- expect-json: { at: alice, has: { type: result, value: 42 } }",
  schema,
  onlyTalks: true,
  async play({ at, has, within }, context) {
    const text = await receivedAnswer(at, within, context);
    if (typeof text !== "string") return text;
    const actual = keepBytes(Buffer.from(text));
    const value = parsed(text);
    if (value === undefined) return { code: "not-json", who: at, actual };
    const path = missing(value, has, "");
    if (path === null) return null;
    const transport = streamOrDatagramPeer(context, at) instanceof TcpPeer ? "line" : "datagram";
    return { code: "json-differs", who: at, actual, facts: { path: path.at, wanted: path.wanted, transport } };
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The path of the first key whose value is missing or not the wanted one; null if there is none. */
function missing(value: unknown, wanted: unknown, at: string): { at: string; wanted: string } | null {
  if (!isObject(wanted)) return isDeepStrictEqual(value, wanted) ? null : { at, wanted: JSON.stringify(wanted) };
  if (!isObject(value)) return { at, wanted: JSON.stringify(wanted) };
  for (const [key, inner] of Object.entries(wanted)) {
    const found = missing(value[key], inner, at === "" ? key : `${at}.${key}`);
    if (found) return found;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
