import type { Values } from "../steps/support/expression.ts";
import type { Draw } from "./world.ts";

/**
 * Draws a value for every draw; all values differ.
 *
 * @param random returns that number of random bytes for a label, and different ones for another label
 */
export function drawAll(
  draws: Readonly<Record<string, Draw>>,
  random: (label: string, length: number) => Buffer,
): Values {
  const values: Record<string, string> = {};
  for (const [name, draw] of Object.entries(draws)) {
    for (let attempt = 1; values[name] === undefined && attempt <= mostAttempts; attempt++) {
      const value = drawOne(draw, random(`${name} ${attempt}`, bytesOf(draw)));
      if (!Object.values(values).includes(value)) values[name] = value;
    }
    if (values[name] === undefined) throw new Error(`the world has no more values for ${name}`);
  }
  return values;
}

const mostAttempts = 100;

function bytesOf(draw: Draw): number {
  return "name" in draw ? draw.name.length : 4;
}

function drawOne(draw: Draw, bytes: Buffer): string {
  let used = 0;
  const next = () => bytes[used++] ?? 0;
  if ("name" in draw) return draw.name.replaceAll("?", () => letters.charAt(next() % letters.length));
  if ("address" in draw) return draw.address.replaceAll("?", () => String(1 + (next() % 254)));
  const [least, most] = draw.number;
  return String(least + (bytes.readUInt32BE() % (most - least + 1)));
}

/** Letters without those that are easily confused. */
const letters = "abcdefghkmnprstuvwxyz";
