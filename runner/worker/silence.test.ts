import { expect, it } from "vitest";
import { delayOf, Silence } from "./silence.ts";

it("counts the time in which a worker might have answered", () => {
  let delayedMs = 300;
  const silence = new Silence(5000, () => delayedMs, 0);
  expect(silence.look(5000)).toBe(5000);
  delayedMs += 4000;
  expect(silence.look(10_000), "of these five seconds it waited four for a CPU").toBe(6000);
  expect(silence.look(100_000), "this process itself came late").toBe(16_000);
  silence.end();
  expect(silence.look(103_000)).toBe(3000);
});

it.runIf(process.platform === "linux")("reads from the kernel how long a process waited", () => {
  expect(delayOf(process.pid)).toBeGreaterThan(0);
  expect(delayOf(undefined)).toBe(0);
});
