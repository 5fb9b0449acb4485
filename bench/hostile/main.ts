import { ftruncateSync, openSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import picomatch from "picomatch";
import { printPart } from "../table.ts";
import { listAttacks } from "./attacks.ts";
import { honestPrograms } from "./honest.ts";
import { hidingFolder, onOwnMachine } from "./own-machine.ts";
import { type PlayedClass, playClass } from "./play-class.ts";
import { graders, tiers } from "./settings.ts";
import { costsTable, wallsTable } from "./tables.ts";

/**
 * Grades hand-ins that attack next to honest ones, in every tier and as every kind of user: no target may be reached,
 * no honest mark may change, nothing may be left behind, and no hand-in may take long.
 */
const { values } = parseArgs({
  options: {
    tier: { type: "string", default: tiers.join(",") },
    as: { type: "string", default: Object.keys(graders).join(",") },
    only: { type: "string", default: "*" },
    honest: { type: "string", default: Object.keys(honestPrograms).join(",") },
    jobs: { type: "string", default: "3" },
    json: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
const attacks = listAttacks(picomatch(values.only.split(",")));
const asked = values.tier.split(",").flatMap((tier) => values.as.split(",").map((grader) => ({ tier, grader })));
const honest = values.honest.split(",");
const isKnown =
  asked.every(({ tier, grader }) => tiers.some((each) => each === tier) && grader in graders) &&
  honest.every((name) => name in honestPrograms);
if (attacks.length === 0 || !isKnown || !Number.isInteger(Number(values.jobs))) {
  console.error(
    "usage: npm run soak:hostile -- [--tier full,ports] [--as root,ordinary] [--only a,b*] [--honest a,b] [--jobs N] [--json FILE] [--list]",
  );
  process.exit(2);
}

const hiding = hidingFolder();
if (hiding !== null && !values.list) {
  console.error(
    `error: the attacks have a ${hiding} of their own, which hides this checkout: run them from a clone elsewhere`,
  );
  process.exit(3);
}

// Opened before the attacks get a /tmp of their own, which hides the one where it may be.
const json = values.json === undefined || values.list ? null : openSync(values.json, "w");

if (values.list) {
  for (const { name, says } of attacks) console.log(`${name}: ${says}`);
} else {
  process.exitCode = await onOwnMachine(async (machine) => {
    const played: PlayedClass[] = [];
    for (const { tier, grader } of asked) {
      console.error(`${attacks.length} attacks in tier ${tier} as ${grader} …`);
      const one = await playClass(machine, { tier, grader, attacks, honest, jobs: Number(values.jobs) });
      for (const fault of one.faults) console.error(`  ${fault}`);
      played.push(one);
      if (json !== null) {
        ftruncateSync(json);
        writeSync(json, JSON.stringify(played.map(toJson), null, 2), 0);
      }
    }
    printPart(wallsTable(played));
    printPart(costsTable(played));
    printPart(summary(played));
    return played.every(({ faults }) => faults.length === 0) ? 0 : 1;
  });
}

function toJson({ reached, costs, ...rest }: PlayedClass) {
  return { ...rest, reached: Object.fromEntries(reached), costs: Object.fromEntries(costs) };
}

function summary(played: readonly PlayedClass[]) {
  return {
    title: `${attacks.length} hostile hand-ins next to ${played[0]?.honest ?? 0} honest ones`,
    columns: ["", "walls broken", "honest marks changed", "left behind", "over 20 s of CPU", "longest", "all"],
    rows: played.map(({ tier, grader, counts, longestMs, allMs }) => [
      `${tier}, ${grader}`,
      ...[counts.broken, counts.changed, counts.left, counts.slow],
      ...[`${(longestMs / 1000).toFixed(1)} s`, `${Math.round(allMs / 1000)} s`],
    ]),
    notes: played.flatMap(({ tier, grader, faults }) => faults.map((fault) => `${tier}, ${grader}: ${fault}`)),
  };
}
