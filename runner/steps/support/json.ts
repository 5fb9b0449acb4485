import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { StepFailure } from "../step-context.ts";
import { isMap } from "./is-map.ts";

/** What a JSON text must contain, as a lab writes it: an object, a list or a single value. */
export const wantedJson = z
  .unknown()
  .refine((value) => value !== undefined, "is missing")
  .describe(
    "What it must contain: objects, at any depth, may have further keys; a list must have exactly these entries in this order",
  );

/** What is wrong with bytes that must be JSON with certain parts; null if nothing is. */
export function jsonFailure(
  bytes: Buffer,
  wanted: unknown,
  { who, transport }: { who: string; transport: "datagram" | "line" | "frame" | "body" },
): StepFailure | null {
  const actual = keepBytes(bytes);
  const value = parsedJson(bytes.toString());
  if (value === undefined) return { code: "not-json", who, actual };
  const lack = lacking(value, wanted);
  return lack && { code: "json-differs", who, actual, facts: { path: lack.at, wanted: lack.wanted, transport } };
}

/** The value of a JSON text; undefined if the text is not JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first part of `wanted` that a value lacks, and where; null if it has all parts. */
function lacking(value: unknown, wanted: unknown, at = ""): { at: string; wanted: string } | null {
  const lacks = { at, wanted: JSON.stringify(wanted) };
  if (Array.isArray(wanted)) {
    if (!Array.isArray(value) || value.length !== wanted.length) return lacks;
    return firstLack(wanted.map((inner, index) => [value[index], inner, `${at}[${index}]`]));
  }
  if (!isMap(wanted)) return isDeepStrictEqual(value, wanted) ? null : lacks;
  if (!isMap(value)) return lacks;
  return firstLack(Object.entries(wanted).map(([key, inner]) => [value[key], inner, at === "" ? key : `${at}.${key}`]));
}

function firstLack(pairs: readonly [value: unknown, wanted: unknown, at: string][]) {
  for (const pair of pairs) {
    const found = lacking(...pair);
    if (found) return found;
  }
  return null;
}
