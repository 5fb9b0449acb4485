import type { GradeOptions } from "../grade/grade.ts";
import type { Lab } from "../spec/lab.ts";

/** Whose work is checked, and how. */
export interface SelfCheckSetup extends GradeOptions {
  lab: Lab;
  path: string;
}
