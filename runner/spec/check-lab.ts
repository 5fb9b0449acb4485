import { checkSteps, type SteppedLab } from "./check-steps.ts";
import { checkWorld } from "./check-world.ts";
import { finding, unknown } from "./finding.ts";
import type { Finding } from "./problem.ts";
import { quoted } from "./words.ts";
import type { World } from "./world.ts";

/** The parts of a lab that refer to one another. */
export interface LabReferences {
  programs: Readonly<
    Record<
      string,
      SteppedLab["programs"][string] & { port?: unknown; path?: string | undefined; command?: string | undefined }
    >
  >;
  helpers?: LabReferences["programs"] | undefined;
  files?: Readonly<Record<string, unknown>> | undefined;
  world?: World | undefined;
  /** The sum of all points without extra credit. @default 100 */
  points?: number | undefined;
  tests: readonly {
    id: string;
    program?: string | undefined;
    points: number;
    needs?: readonly string[] | undefined;
    optional?: boolean | undefined;
    files?: Readonly<Record<string, unknown>> | undefined;
    payloads?: Readonly<Record<string, unknown>> | undefined;
    steps?: readonly unknown[] | undefined;
  }[];
  questions?: readonly { id: string; points: number }[] | undefined;
}

/** The faults of a lab that its schema cannot find: unknown and ambiguous names, circular `needs`, sums of points. */
export function checkLab(lab: LabReferences): Finding[] {
  return [
    ...portlessPrograms(lab),
    ...checkWorld(lab),
    ...emptiness(lab),
    ...repeatedIds(lab),
    ...unknownPrograms(lab),
    ...unknownNeeds(lab),
    ...circularNeeds(lab),
    ...wrongSum(lab),
    ...checkSteps(lab),
  ];
}

function portlessPrograms({ programs, helpers = {} }: LabReferences): Finding[] {
  const named = (list: "programs" | "helpers", all: NonNullable<LabReferences["helpers"]>) =>
    Object.entries(all).map(([role, program]) => [[list, role], program] as const);
  return [...named("programs", programs), ...named("helpers", helpers)].flatMap(([path, program]) => {
    const { kind, port, command } = program;
    if (program.path !== undefined) return pathed(path, program);
    if (command?.includes("{path}"))
      return [finding([...path, "command"], "{path} needs a value: give the program a `path`")];
    if (command !== undefined && port !== undefined) {
      return [finding([...path, "port"], "its `command` has the port already: remove `port`")];
    }
    if (kind === undefined || kind === "program" || port !== undefined || command?.includes("{port}")) return [];
    if (command === undefined) return [finding(path, `a ${kind} needs a \`port\`: write how it gets one`)];
    return [finding([...path, "command"], `a ${kind} needs a port: write {port} in the command`)];
  });
}

/** A program with a path has no port, and uses a stream socket. */
function pathed(
  place: readonly string[],
  { kind, port, transport, command }: LabReferences["programs"][string],
): Finding[] {
  if (kind === "program") return [finding([...place, "path"], "a program neither listens nor connects: remove `path`")];
  if (port !== undefined) return [finding([...place, "port"], "it has a `path` instead of a port: remove one of them")];
  if (transport !== undefined && transport !== "tcp")
    return [finding([...place, "transport"], "a `path` is that of a stream socket: remove `transport`")];
  if (command?.includes("{port}"))
    return [finding([...place, "command"], "it has a `path` instead of a port: write {path} instead of {port}")];
  return [];
}

function emptiness({ programs, tests, questions }: LabReferences): Finding[] {
  if (tests.length === 0 && questions === undefined) return [{ path: [], at: "value", message: nothingAsked }];
  const isProgramless = tests.length > 0 && Object.keys(programs).length === 0;
  return isProgramless ? [{ path: ["tests"], at: "key", message: noProgram }] : [];
}

const nothingAsked = "the lab has no tests and no questions: add `tests`, or `questions` that are marked by hand";
const noProgram = "there are tests but no program to test: add `programs`";

/** Marks refer to tests and questions by their ids, so that all ids must differ. */
function repeatedIds({ tests, questions = [] }: LabReferences): Finding[] {
  const seen = new Set<string>();
  const repeated = (list: "tests" | "questions", noun: string) => (each: { id: string }, index: number) => {
    const message = `two ${noun} have the id ${quoted(each.id)}: rename one`;
    if (seen.has(each.id)) return [finding([list, index, "id"], message)];
    seen.add(each.id);
    return [];
  };
  return [
    ...tests.flatMap(repeated("tests", "tests")),
    ...questions.flatMap(repeated("questions", "tests or questions")),
  ];
}

function unknownPrograms({ programs, tests }: LabReferences): Finding[] {
  const names = Object.keys(programs);
  return tests.flatMap(({ program }, index) =>
    program === undefined || names.includes(program)
      ? []
      : [unknown(["tests", index, "program"], "program", program, names)],
  );
}

function unknownNeeds({ tests }: LabReferences): Finding[] {
  const ids = new Set(tests.map(({ id }) => id));
  return tests.flatMap(({ id, needs = [] }, test) => {
    const others = [...ids].filter((other) => other !== id);
    return needs.flatMap((need, index) =>
      ids.has(need) ? [] : [unknown(["tests", test, "needs", index], "test", need, others)],
    );
  });
}

/** One finding for each circle, at the `needs` that closes it. */
function circularNeeds({ tests }: LabReferences): Finding[] {
  const byId = new Map(tests.map((test, index) => [test.id, { needs: test.needs ?? [], index }]));
  const found: Finding[] = [];
  const followed = new Set<string>();
  const follow = (id: string, trail: readonly string[]): void => {
    const { needs, index } = byId.get(id) ?? { needs: [], index: -1 };
    for (const [position, need] of needs.entries()) {
      if (trail.includes(need)) {
        const circle = [...trail.slice(trail.indexOf(need)), need].join(" → ");
        const message = `tests need each other in a circle, ${circle}: remove one of these needs`;
        found.push(finding(["tests", index, "needs", position], message));
      } else if (!followed.has(need)) follow(need, [...trail, need]);
    }
    followed.add(id);
  };
  for (const { id } of tests) if (!followed.has(id)) follow(id, [id]);
  return found;
}

function wrongSum({ points, tests, questions = [] }: LabReferences): Finding[] {
  const promised = points ?? 100;
  const counted = [...tests.filter(({ optional }) => !optional), ...questions];
  const sum = counted.reduce((total, each) => total + each.points, 0);
  // Sums of fractions such as 0.1 are not exact.
  if (Math.abs(sum - promised) < 1e-6) return [];
  const asked = questions.length === 0 ? "tests'" : tests.length === 0 ? "questions'" : "tests' and questions'";
  const message = `the ${asked} points add up to ${Number(sum.toFixed(6))}, not to ${promised}`;
  if (points !== undefined) return [finding(["points"], `${message}: correct either`)];
  const list = tests.length === 0 ? "questions" : "tests";
  return [{ path: [list], at: "key", message: `${message}: correct them, or write another sum as \`points\`` }];
}
