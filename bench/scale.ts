import { join } from "node:path";
import { builtCommand } from "../tests/support/built-command.ts";
import { makeClass, smallLab } from "./made-class/make-class.ts";
import { measure } from "./measure.ts";
import { watchMemory } from "./memory.ts";
import { run } from "./run.ts";
import { type Part, seconds } from "./table.ts";
import { withScratch } from "./with-scratch.ts";

/** Grading classes of several sizes, and making all reports of each: time and peak memory. */
export async function benchScale({ sizes }: { sizes: readonly number[] }): Promise<Part> {
  const rows = [];
  for (const size of sizes) {
    console.error(`a class of ${size} …`);
    rows.push(...(await gradeAndReport(size)));
  }
  return {
    title: "Made classes, two quick tests a hand-in",
    columns: ["", "wall s", "processor s", "ms a hand-in", "hand-ins/s", "main MiB", "worker MiB"],
    rows,
    notes: ["processor: of wirecheck and everything that it started; MiB: the most that a process held"],
  };
}

function gradeAndReport(size: number) {
  return withScratch(async (root) => {
    const { source, roster } = await makeClass(root, "gradescope", size);
    const out = join(root, "out");
    return [
      await row(`grade ${size}`, size, ["grade", smallLab, source, "--out", out, "--roster", roster, "--seed", "1"]),
      await row(`report ${size}`, size, ["report", out, "--report", "gradebook,csv,junit,html,markdown"]),
    ];
  });
}

async function row(name: string, size: number, args: readonly string[]) {
  const { value: memory, cost } = await measure(async () => {
    const watch = watchMemory();
    const status = await run([...builtCommand, ...args], process.env, watch.begin);
    // Some of the made hand-ins cannot be opened.
    if (status !== 0 && status !== 3) throw new Error(`wirecheck ${args[0]} ended with status ${status}`);
    return watch.end();
  });
  const each = Math.round(cost.processorMs / size);
  const perSecond = Math.round((size / cost.wallMs) * 10_000) / 10;
  return [name, seconds(cost.wallMs), seconds(cost.processorMs), each, perSecond, memory.mainMiB, memory.workerMiB];
}
