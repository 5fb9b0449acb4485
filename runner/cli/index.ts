import { addCheck } from "./check.ts";
import type { AddCommand } from "./command-line.ts";
import { addDoctor } from "./doctor.ts";
import { addGrade } from "./grade.ts";
import { addLabs } from "./labs.ts";
import { addMerge } from "./merge.ts";
import { addReport } from "./report.ts";
import { addVerify } from "./verify.ts";
import { addWatch } from "./watch.ts";

/** Every command of wirecheck, in the order in which the help lists them. */
export const commands = {
  check: addCheck,
  watch: addWatch,
  grade: addGrade,
  report: addReport,
  merge: addMerge,
  verify: addVerify,
  labs: addLabs,
  doctor: addDoctor,
} satisfies Record<string, AddCommand>;
