import { writeFile } from "node:fs/promises";
import { availableParallelism, release } from "node:os";
import { parseArgs } from "node:util";
import { benchClasses } from "./classes.ts";
import { benchDesk } from "./desk.ts";
import { benchFailures } from "./failures.ts";
import { benchLanguages } from "./languages.ts";
import { benchPage } from "./page.ts";
import { benchPrograms } from "./programs.ts";
import { benchScale } from "./scale.ts";
import { type Part, printPart } from "./table.ts";
import { benchUi } from "./ui.ts";

/** What `npm run bench` can measure, by the name on its command line. */
const parts: Readonly<Record<string, (options: BenchOptions) => Promise<Part>>> = {
  classes: benchClasses,
  programs: benchPrograms,
  languages: benchLanguages,
  failures: benchFailures,
  page: benchPage,
  scale: benchScale,
  ui: benchUi,
  desk: benchDesk,
};

/** How the benchmark is run. */
export interface BenchOptions {
  /** Hand-ins in a class. @default 40 */
  size: number;
  /** How often each grader grades a class. @default 3 */
  rounds: number;
  /** Which rows of the table of classes are measured, by their names. @default all */
  only: RegExp;
  /** Launches of each language's program. @default 15 */
  runs: number;
  /** Flawed programs whose failed tests are timed. @default 60 */
  flaws: number;
  /** Students on the page of a class. @default 1000 */
  students: number;
  /** Hand-ins in the made classes. @default 10, 100, 1000 */
  sizes: readonly number[];
  /** Saves of a hand-in while its page is open. @default 10 */
  uiRuns: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "40" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    runs: { type: "string", default: "15" },
    flaws: { type: "string", default: "60" },
    students: { type: "string", default: "1000" },
    sizes: { type: "string", default: "10,100,1000" },
    "ui-runs": { type: "string", default: "10" },
    json: { type: "string" },
  },
});
const asked = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`error: no such part: ${unknown.join(", ")} (there are ${Object.keys(parts).join(", ")})`);
  process.exit(2);
}

const measured: Part[] = [];
for (const name of asked) {
  const part = await parts[name]?.({
    size: Number(values.size),
    rounds: Number(values.rounds),
    only: new RegExp(values.only),
    runs: Number(values.runs),
    flaws: Number(values.flaws),
    students: Number(values.students),
    sizes: values.sizes.split(",").map(Number),
    uiRuns: Number(values["ui-runs"]),
  });
  if (!part) continue;
  measured.push(part);
  printPart(part);
}
if (values.json !== undefined) {
  const machine = { cores: availableParallelism(), kernel: release(), node: process.version };
  await writeFile(values.json, `${JSON.stringify({ machine, parts: measured }, null, 2)}\n`);
}
