import { isDeepStrictEqual } from "node:util";
import * as z from "zod";

/** What a JSON text must hold, as a lab writes it: an object, a list or a single value. */
export const wantedJson = z
  .unknown()
  .refine((value) => value !== undefined, "is missing")
  .describe(
    "What it must hold: further keys of objects, at any depth, are the program's own; a list has these entries in this order and no more",
  );

/** The value of a JSON text; undefined if it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a value first lacks what was wanted, and what that was; null if it holds all of it. */
export function lacking(value: unknown, wanted: unknown, at = ""): { at: string; wanted: string } | null {
  const lacks = { at, wanted: JSON.stringify(wanted) };
  if (Array.isArray(wanted)) {
    if (!Array.isArray(value) || value.length !== wanted.length) return lacks;
    return firstLack(wanted.map((inner, index) => [value[index], inner, `${at}[${index}]`]));
  }
  if (!isObject(wanted)) return isDeepStrictEqual(value, wanted) ? null : lacks;
  if (!isObject(value)) return lacks;
  return firstLack(Object.entries(wanted).map(([key, inner]) => [value[key], inner, at === "" ? key : `${at}.${key}`]));
}

function firstLack(pairs: readonly [value: unknown, wanted: unknown, at: string][]) {
  for (const pair of pairs) {
    const found = lacking(...pair);
    if (found) return found;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
