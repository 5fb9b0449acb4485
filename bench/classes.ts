import { cores, type Grader, pytestGrader, wirecheckGrader } from "./graders.ts";
import { type ClassLab, withHandIns } from "./hand-ins.ts";
import { type Cost, measure, median } from "./measure.ts";
import { type Part, ratio, seconds } from "./table.ts";

/** Grading a whole class: with wirecheck, without sharing launches, with its program watch off, and with plain pytest suites. */
export async function benchClasses({ size, rounds, only }: ClassesOptions): Promise<Part> {
  const wirecheck = wirecheckGrader();
  const unwatched = wirecheckGrader("--no-watch");
  const rivals: [string, Grader | null][] = [
    ["wirecheck", wirecheck],
    ["wirecheck, a launch for each test", wirecheckGrader("--fresh-launches")],
    ["wirecheck, watch off", unwatched],
    ["pytest, one after another", await pytestGrader({ lanes: 1 })],
    [`pytest, ${cores} at a time`, await pytestGrader({ lanes: cores })],
    [`pytest, a process a test, ${cores} at a time`, await pytestGrader({ lanes: 1, testsAtOnce: cores })],
    [`pytest, one server a hand-in, ${cores} at a time`, await pytestGrader({ lanes: cores, oneServer: true })],
  ];
  const rows = [];
  for (const lab of ["tcp-echo", "tcp-echo-once"] as const) {
    for (const [name, correct] of [
      ["half broken", Math.ceil(size / 2)],
      ["all correct", size],
    ] as const) {
      const wanted = rivals.filter(([rival]) => only.test(rowName(lab, name, rival)));
      if (wanted.length > 0) rows.push(...(await gradeClass(name, { lab, size, correct }, { rivals: wanted, rounds })));
    }
  }
  const withoutPytest = rivals.some(([, grader]) => grader === null);
  return {
    title: `A class of ${size} Python hand-ins`,
    columns: ["", "wall s", "CPU s", "× wirecheck", "without fault"],
    rows,
    notes: withoutPytest ? ["pytest is not installed: python3 -m pip install pytest"] : [],
  };
}

interface ClassesOptions {
  /** Hand-ins in a class. */
  size: number;
  rounds: number;
  /** Which rows of the table are measured, by their names. */
  only: RegExp;
}

function rowName(lab: ClassLab, name: string, rival: string): string {
  return `${lab}, ${name}: ${rival}`;
}

/** One row for each grader: medians of several rounds, in each of which all graders grade the class one after another. */
async function gradeClass(
  name: string,
  handIns: { lab: ClassLab; size: number; correct: number },
  { rivals, rounds }: { rivals: readonly [string, Grader | null][]; rounds: number },
) {
  const { lab, size } = handIns;
  const present = rivals.flatMap(([rival, grade]) => (grade ? [{ rival, grade }] : []));
  return withHandIns(handIns, async (handIns) => {
    const costs = new Map<string, Cost[]>();
    const sound = new Map<string, number>();
    for (let round = 1; round <= rounds; round++) {
      for (const { rival, grade } of present) {
        console.error(`${lab}, ${name}, round ${round} of ${rounds}: ${rival} …`);
        const { value, cost } = await measure(() => grade(handIns));
        costs.set(rival, [...(costs.get(rival) ?? []), cost]);
        sound.set(rival, value);
      }
    }
    const wallOf = (rival: string) => median((costs.get(rival) ?? []).map(({ wallMs }) => wallMs));
    const cpuOf = (rival: string) => median((costs.get(rival) ?? []).map(({ processorMs }) => processorMs));
    const [first] = present;
    return present.map(({ rival }) => [
      rowName(lab, name, rival),
      ...[seconds(wallOf(rival)), seconds(cpuOf(rival)), ratio(wallOf(rival), wallOf(first?.rival ?? rival))],
      `${sound.get(rival)} of ${size}`,
    ]);
  });
}
