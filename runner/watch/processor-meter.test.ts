import { expect, it } from "vitest";
import { ProcessorMeter } from "./processor-meter.ts";

it("adds up what is used from the first sample on", () => {
  const meter = new ProcessorMeter();
  expect([meter.add(700, 0), meter.add(730, 100), meter.add(760, 200)]).toEqual([0, 30, 30]);
  expect(meter.usedMs).toBe(60);
});

it("counts hardly anything of a process whose parent reaps it long after it has ended", () => {
  const meter = new ProcessorMeter();
  // The process has used 5 s when it ends; its parent reaps it a while later.
  const samples = [5000, 0, ...Array(100).fill(0), 5000, 5000];
  for (const [look, totalMs] of samples.entries()) meter.add(totalMs, look);
  expect(meter.usedMs).toBeLessThan(1000);
});
