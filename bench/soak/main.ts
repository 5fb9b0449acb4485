import { parseArgs } from "node:util";
import picomatch from "picomatch";
import { atOnce } from "../../runner/at-once.ts";
import { parseJobs, usualJobs } from "../../runner/cli/options.ts";
import { withPool } from "../../runner/cli/with-pool.ts";
import { playableBank } from "./bank.ts";
import { drawsFrom, withStops } from "./disturb.ts";
import { gradeFixture } from "./grade-fixture.ts";
import { handIns } from "./hand-ins.ts";
import { withLoad } from "./load.ts";
import { Outcomes } from "./outcomes.ts";
import { progress } from "./progress.ts";

/**
 * Grades every fixture, or given hand-ins, repeatedly, on an idle and on a busy machine, optionally with shared and
 * with fresh launches, and with processes stopped at random moments: verdicts and diagnoses must never differ.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    load: { type: "string", default: "0,8" },
    only: { type: "string", default: "*/*" },
    "hand-in": { type: "string", multiple: true, default: [] },
    tests: { type: "string", default: "" },
    launches: { type: "string", default: "shared" },
    jobs: { type: "string", default: String(usualJobs) },
    quick: { type: "boolean", default: false },
    stops: { type: "boolean", default: false },
    minutes: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
  },
});
const runs = Number(values.runs);
const endsMs = performance.now() + Number(values.minutes) * 60_000;
const isAsked = picomatch(values.only);
const loads = values.load.split(",").map(Number);
const launches = { shared: ["shared"], fresh: ["fresh"], both: ["shared", "fresh"] }[values.launches];
const given = handIns(values["hand-in"]);
const { bank, unplayable } = given.length > 0 ? { bank: given, unplayable: [] } : await playableBank(isAsked);
if (
  bank.length === 0 ||
  launches === undefined ||
  !Number.isInteger(runs) ||
  Number.isNaN(endsMs) ||
  !loads.every(Number.isInteger)
) {
  console.error(
    "usage: npm run soak -- [--runs N] [--load K,…] [--launches shared|fresh|both] [--only 'lab/fixture*' | --hand-in lab=folder …] [--tests ID,…] [--jobs N] [--quick] [--stops] [--seed N] [--minutes N]",
  );
  process.exit(2);
}

const outcomes = new Outcomes();
let heldUp = 0;
const shown = progress(runs * loads.length * launches.length * bank.length);
await withPool({ tier: "best", jobs: parseJobs(values.jobs) }, async ({ pool }) => {
  for (const load of loads) {
    const disturbed = <T>(work: (tooLong: () => number) => Promise<T>) =>
      values.stops ? withStops(Number(values.seed), work) : work(() => 0);
    await withLoad(load, () =>
      disturbed(async (tooLong) => {
        const rounds = Array.from({ length: runs }, () =>
          bank.flatMap((fixture) => launches.map((launch) => ({ fixture, launch }))),
        ).flat();
        shuffle(rounds);
        await atOnce(pool.size + 1, rounds, async ({ fixture, launch }) => {
          if (performance.now() > endsMs) return;
          shown.step(`load ${load}`);
          const before = tooLong();
          const verdicts = await gradeFixture(fixture, pool, {
            quick: values.quick,
            tests: values.tests.split(",").filter((test) => test !== ""),
            freshLaunches: launch === "fresh",
          });
          if (tooLong() > before) {
            heldUp += 1;
            return;
          }
          const unexpected = outcomes.add(fixture, `load ${load}, ${launch} launches`, verdicts);
          for (const line of unexpected) shown.say(line);
        });
      }),
    );
  }
});
shown.done();
for (const line of outcomes.learnt(bank)) console.log(line);
if (unplayable.length > 0) console.log(`Not played, for this machine lacks their languages: ${unplayable.join(", ")}.`);
if (heldUp > 0) console.log(`Not counted, for the machine let something stand still for a second: ${heldUp} hand-ins.`);
const differences = outcomes.differences();
for (const line of differences) console.log(line);
const total = `${outcomes.graded} gradings of a test (${runs} runs of ${bank.length} fixtures, if there was time) at load ${loads.join(" and ")}`;
console.log(differences.length === 0 ? `No outcome differs in ${total}.` : `\nOutcomes differ in ${total}.`);
process.exitCode = differences.length === 0 ? 0 : 1;

/** In an order of the seed's, so that a soak which is ended early has seen something of every lab. */
function shuffle(rounds: unknown[]): void {
  const draw = drawsFrom(Number(values.seed));
  for (let last = rounds.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    [rounds[last], rounds[other]] = [rounds[other], rounds[last]];
  }
}
