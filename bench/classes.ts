import { cores, type Grader, pytestGrader, wirecheckGrader } from "./graders.ts";
import { type ClassLab, withHandIns } from "./hand-ins.ts";
import { measure } from "./measure.ts";
import { type Part, ratio, seconds } from "./table.ts";

/** Grading a whole class: with wirecheck, with its program watch off, and with a plain pytest suite. */
export async function benchClasses({ size }: { size: number }): Promise<Part> {
  const wirecheck = wirecheckGrader();
  const unwatched = wirecheckGrader("--no-watch");
  const rivals: [string, Grader | null][] = [
    ["wirecheck", wirecheck],
    ["wirecheck, watch off", unwatched],
    ["pytest, one after another", await pytestGrader(1)],
    [`pytest, ${cores} at a time`, await pytestGrader(cores)],
  ];
  const rows = [];
  for (const lab of ["tcp-echo", "tcp-echo-once"] as const) {
    rows.push(...(await gradeClass("half broken", { lab, size, correct: Math.ceil(size / 2) }, rivals)));
    rows.push(...(await gradeClass("all correct", { lab, size, correct: size }, rivals)));
  }
  const withoutPytest = rivals.some(([, grader]) => grader === null);
  return {
    title: `A class of ${size} Python hand-ins`,
    columns: ["", "wall s", "processor s", "× wirecheck", "without fault"],
    rows,
    notes: withoutPytest ? ["pytest is not installed: python3 -m pip install pytest"] : [],
  };
}

/** One row for each rival, the first of whom all are compared with. */
async function gradeClass(
  name: string,
  handIns: { lab: ClassLab; size: number; correct: number },
  rivals: readonly [string, Grader | null][],
) {
  const { lab, size } = handIns;
  return withHandIns(handIns, async (handIns) => {
    const rows = [];
    let firstMs = Number.NaN;
    for (const [rival, grade] of rivals) {
      if (!grade) continue;
      console.error(`${lab}, ${name}: ${rival} …`);
      const { value: sound, cost } = await measure(() => grade(handIns));
      if (Number.isNaN(firstMs)) firstMs = cost.wallMs;
      const times = [seconds(cost.wallMs), seconds(cost.processorMs), ratio(cost.wallMs, firstMs)];
      rows.push([`${lab}, ${name}: ${rival}`, ...times, `${sound} of ${size}`]);
    }
    return rows;
  });
}
