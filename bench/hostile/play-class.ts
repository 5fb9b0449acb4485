import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { GradeRecord } from "../../runner/class/class-run.ts";
import { seconds } from "../table.ts";
import type { Attack } from "./attacks.ts";
import { type Cost, costOf } from "./cost.ts";
import { gradeClass } from "./grade.ts";
import { layOut } from "./lay-out.ts";
import { contentOf, leftSince, whatThereIs } from "./leftovers.ts";
import type { Machine } from "./own-machine.ts";
import { faultsInReports } from "./reports.ts";
import { classFolder, graders, longestMs, mayStay, notPromised } from "./settings.ts";

/** The outcome of a class with attacks. */
export interface PlayedClass {
  tier: string;
  grader: string;
  /** Number of honest hand-ins. */
  honest: number;
  /** The walls that each attack broke, by the attack's name. */
  reached: ReadonlyMap<string, readonly string[]>;
  /** The time of each hand-in in milliseconds, and how its tests ended. */
  handIns: readonly { name: string; ms: number; ended: string }[];
  /** The cost of each slow hand-in when graded alone, by name. */
  costs: ReadonlyMap<string, Cost>;
  counts: { broken: number; changed: number; left: number; slow: number };
  faults: readonly string[];
  longestMs: number;
  allMs: number;
}

/** Grades the honest programs alone, then the whole class, and compares. */
export async function playClass(
  machine: Machine,
  options: { tier: string; grader: string; attacks: readonly Attack[]; honest: readonly string[]; jobs: number },
): Promise<PlayedClass> {
  const { tier, grader, attacks, jobs } = options;
  const uid = graders[grader] as number;
  const secret = randomBytes(12).toString("hex");
  const alone = layOut([], options.honest, { uid, secret });
  const { records: expected } = await gradeClass({ tier, grader, jobs, out: "alone" });
  const expectedOf = new Map([...alone].map(([folder, name]) => [name, inBrief(expected.get(folder))]));

  const honest = layOut(attacks, options.honest, { uid, secret });
  const guarded = ["lab.yaml", "secret"].map((name) => join(classFolder, name));
  const before = { there: whatThereIs(), files: guarded.map(contentOf), ms: performance.now() };
  const canary = machine.canaryOf(uid);
  const { status, said, records } = await gradeClass({ tier, grader, jobs, out: "grades" });
  const allMs = performance.now() - before.ms;
  const left = await leftSince(before.there, mayStay[`${tier}, ${grader}`]);
  const isCanaryAlive = canary.isAlive();
  canary.end();

  const reached = new Map(
    [...records].filter(([folder]) => !honest.has(folder)).map(([folder, each]) => [folder, wallsIn(each)]),
  );
  const allowed = notPromised[`${tier}, ${grader}`] ?? [];
  const broken = [
    ...[...reached].flatMap(([folder, walls]) =>
      walls.filter((wall) => !allowed.includes(wall)).map((wall) => `${folder} reached: ${wall}`),
    ),
    ...guarded.filter((path, index) => contentOf(path) !== before.files[index]).map((path) => `${path} was changed`),
    ...(isCanaryAlive ? [] : ["a process of the grader's user was ended"]),
    ...faultsInReports(join(classFolder, "grades"), secret),
    ...(status === 0 || status === 3 ? [] : [`grading ended with ${status}: ${said.slice(-600)}`]),
    ...[...said.matchAll(/^ {4}at .*/gm)].slice(0, 1).map(([line]) => `a stack trace: ${line}`),
  ];
  const changed = [...honest].flatMap(([folder, name]) => {
    const [now, then] = [inBrief(records.get(folder)), expectedOf.get(name)];
    return now === then ? [] : [`${folder} was ${then} alone, and is ${now}`];
  });
  const handIns = [...records].map(([name, graded]) => ({
    ...{ name, ms: Math.round(graded.result?.durationMs ?? 0), ended: inBrief(graded) },
  }));
  const { costs, slow } = await costsOf(
    handIns.filter(({ ms }) => ms > longestMs),
    options,
  );
  return {
    ...{ tier, grader, honest: honest.size, reached, handIns, costs, allMs },
    counts: { broken: broken.length, changed: changed.length, left: left.length, slow: slow.length },
    faults: [...broken, ...changed, ...left.slice(0, 20).map((thing) => `left behind: ${thing}`), ...slow],
    longestMs: Math.max(0, ...handIns.map(({ ms }) => ms)),
  };
}

/**
 * The cost of each hand-in when it is graded again: in the class and on a busy machine everything is slower. One that seems to
 * cost too much next to others is measured once more alone.
 */
async function costsOf(handIns: readonly { name: string; ms: number }[], how: Parameters<typeof playClass>[1]) {
  const costs = new Map<string, Cost>();
  const measure = async (name: string) => {
    const cost = await costOf(name, how);
    if (cost !== null) costs.set(name, cost);
  };
  const isDear = (name: string) => (costs.get(name)?.processorMs ?? Number.POSITIVE_INFINITY) > longestMs;
  const pending = handIns.map(({ name }) => name);
  const measureNext = async () => {
    for (let name = pending.shift(); name !== undefined; name = pending.shift()) await measure(name);
  };
  await Promise.all(Array.from({ length: how.jobs }, measureNext));
  for (const name of [...costs.keys()].filter(isDear)) await measure(name);
  const slow = handIns
    .filter(({ name }) => isDear(name))
    .map(({ name, ms }) => {
      const cost = costs.get(name);
      return `${name} took ${seconds(ms)} s${cost ? `, and alone ${seconds(cost.processorMs)} s of CPU time` : ""}`;
    });
  return { costs, slow };
}

/** How every test ended, or why none was played. */
function inBrief(graded: GradeRecord | undefined): string {
  if (!graded?.result) return `not graded: ${JSON.stringify(graded?.error ?? null)}`;
  const { score, tests } = graded.result;
  return `${score} (${tests.map(({ id, status }) => `${id} ${status}`).join(", ")})`;
}

function wallsIn(graded: GradeRecord): string[] {
  const words = (graded.result?.tests ?? []).flatMap(({ output, failure, diagnosis }) => [
    ...Object.values(output),
    ...(JSON.stringify([failure, diagnosis]) ?? "").split("\\n"),
  ]);
  const found = words.flatMap((text) =>
    [...text.matchAll(/^(?:warning: \S+: )?REACHED (\w+)/gm)].map(([, wall = ""]) => wall),
  );
  return [...new Set(found)];
}
