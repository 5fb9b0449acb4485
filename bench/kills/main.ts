import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LayoutName, layouts } from "../made-class/layouts.ts";
import { makeClass } from "../made-class/make-class.ts";
import { printPart } from "../table.ts";
import { startGrading } from "./class-grader.ts";
import { compare } from "./compare.ts";
import { gradeWithKills } from "./grade-with-kills.ts";
import { leftovers } from "./leftovers.ts";
import { moments } from "./moments.ts";

/**
 * Grades made classes with runs that are killed at random moments: in the end the grades must be those of an
 * undisturbed run, with nothing graded twice, lost or left behind.
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    size: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    layouts: { type: "string", default: Object.keys(layouts).join(",") },
    keep: { type: "boolean", default: false },
  },
});
const names = values.layouts.split(",") as LayoutName[];
const [kills, size, seed] = [values.kills, values.size, values.seed].map(Number) as [number, number, number];
if (![kills, size, seed].every(Number.isInteger) || !names.every((name) => name in layouts)) {
  console.error("usage: npm run soak:kills -- [--kills N] [--size N] [--seed N] [--layouts a,b] [--keep]");
  process.exit(2);
}

const root = await mkdtemp(join(tmpdir(), "wirecheck-kills-"));
const random = moments(seed);
const faults: string[] = [];
const rows = [];
for (const [index, layout] of names.entries()) {
  console.error(`${layout} …`);
  rows.push(await soak(layout, share(size, index), share(kills, index)));
}
if (!values.keep) await rm(root, { recursive: true });
printPart({
  title: `${size} hand-ins under ${kills} kills, seed ${seed}`,
  columns: ["", "hand-ins", "kills: before", "during", "after", "of workers", "differing", "graded twice", "left"],
  rows,
  notes: faults,
});
process.exitCode = faults.length === 0 ? 0 : 1;

async function soak(layout: LayoutName, handIns: number, killCount: number) {
  const [made, temporary] = [await makeClass(join(root, layout), layout, handIns), join(root, layout, "tmp")];
  await mkdir(temporary);
  const [calm, out] = [join(root, layout, "undisturbed"), join(root, layout, "killed")];
  const run = startGrading(made, calm, temporary);
  const { status } = await run.ended;
  const plan = { kills: killCount, handIns, startMs: run.firstMs(), random };
  const killed = await gradeWithKills(made, out, temporary, plan);
  const [different, left] = [await compare(out, calm), await leftovers(temporary)];
  if (killed.status !== status) faults.push(`${layout}: ended with status ${killed.status}, not ${status}`);
  faults.push(...[...different, ...killed.changed, ...left].map((fault) => `${layout}: ${fault}`));
  const { before, during, after } = killed.phases;
  const counts = [different.length, killed.changed.length, left.length];
  return [layout, handIns, before, during, after, killed.workerKills, ...counts];
}

/** The share of one layout. */
function share(total: number, index: number): number {
  return Math.floor(((index + 1) * total) / names.length) - Math.floor((index * total) / names.length);
}
