import type { GradeOptions } from "../grade/grade.ts";
import type { Lab } from "../spec/lab.ts";

/** The hand-in to check, and how. */
export interface SelfCheckSetup extends GradeOptions {
  lab: Lab;
  path: string;
}
