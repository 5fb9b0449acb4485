import type { ClassResult } from "../model/class-result.ts";
import type { ClassRun } from "./class-run.ts";
import { handInsOf } from "./grade-class.ts";
import { type Marking, markClass, rubricOf } from "./mark-class.ts";
import type { Store } from "./store.ts";
import { summarise } from "./summarise.ts";

/**
 * The graded class that a folder holds, marked anew: nothing is run. Every result is read once to be added up and again
 * when a report asks for it; one at a time is kept.
 */
export async function loadClass(store: Store, run: ClassRun, marking: Marking): Promise<ClassResult> {
  const keys = handInsOf(run).map(({ key }) => key);
  const found = await summarise(store, run, rubricOf(run, marking.lab), keys);
  return markClass({ store, run, found }, marking);
}
