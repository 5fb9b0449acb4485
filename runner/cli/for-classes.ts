/** The commands for a whole class: whoever calls one of them has most of the code of the others, too. */
export { addGrade } from "./grade.ts";
export { addMerge } from "./merge.ts";
export { addReport } from "./report.ts";
