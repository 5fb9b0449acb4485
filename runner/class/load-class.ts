import type { ClassResult } from "../model/class-result.ts";
import type { ClassRun } from "./class-run.ts";
import { handInsOf } from "./grade-class.ts";
import { type Marking, markClass, rubricOf } from "./mark-class.ts";
import type { Store } from "./store.ts";
import { summarise } from "./summarise.ts";

/**
 * The graded class in a folder, with marks computed again; nothing is run. Each result is read once to sum it up and
 * again when a report needs it; only one is kept in memory.
 */
export async function loadClass(store: Store, run: ClassRun, marking: Marking): Promise<ClassResult> {
  const keys = handInsOf(run).map(({ key }) => key);
  const found = await summarise(store, run, rubricOf(run, marking.lab), keys);
  return markClass({ store, run, found }, marking);
}
