import { type GradedTest, programsOf } from "../score/rubric.ts";

/**
 * The tests of a run: those selected by id or by program, and every gate they need, in the lab's order. The tests of a
 * program are those that need no other program of the hand-in.
 */
export function selectTests<T extends GradedTest>(
  lab: { programs: Readonly<Record<string, unknown>>; tests: readonly T[] },
  only: readonly string[] | undefined,
  program: string | undefined,
): T[] {
  const wanted = lab.tests.filter(
    (test) =>
      (program === undefined || programsOf(lab, test).every((role) => role === program || !(role in lab.programs))) &&
      (only === undefined || only.includes(test.id)),
  );
  const selected = new Set<string>();
  const add = (id: string) => {
    if (selected.has(id)) return;
    selected.add(id);
    for (const gate of lab.tests.find((test) => test.id === id)?.needs ?? []) add(gate);
  };
  for (const test of wanted) add(test.id);
  return lab.tests.filter((test) => selected.has(test.id));
}

/** The questions of a run: all, unless tests or a program were asked for. */
export function questionsIn<Q>(
  lab: { questions?: Q | undefined },
  { only, program }: { only?: readonly string[] | undefined; program?: string | null | undefined },
): Q | undefined {
  return only === undefined && (program ?? null) === null ? lab.questions : undefined;
}
