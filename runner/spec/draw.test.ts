import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawAll } from "./draw.ts";

const random = (seed: string) => (label: string, length: number) =>
  createHash("shake256", { outputLength: Math.max(1, length) })
    .update(`${seed} ${label}`)
    .digest();

describe("what a world draws", () => {
  const draws = {
    host: { name: "www.?????.test" },
    address: { address: "10.?.?.9" },
    port: { number: [20_000, 20_010] as [number, number] },
  };

  it("has the form that the lab gives it, and is the same again under the same seed alone", () => {
    const drawn = drawAll(draws, random("one"));
    expect(drawn.host).toMatch(/^www\.[a-z]{5}\.test$/);
    expect(drawn.address).toMatch(/^10\.\d+\.\d+\.9$/);
    expect(Number(drawn.port)).toBeGreaterThanOrEqual(20_000);
    expect(Number(drawn.port)).toBeLessThanOrEqual(20_010);
    expect(drawAll(draws, random("one"))).toEqual(drawn);
    expect(drawAll(draws, random("two")).host).not.toBe(drawn.host);
  });

  it("is never the same twice", () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`port-${index}`, draws.port]));
    const drawn = Object.values(drawAll(many, random("one")));
    expect(new Set(drawn).size).toBe(11);
    expect(() => drawAll({ ...many, further: draws.port }, random("one"))).toThrow(/no more values for further/);
  });
});
