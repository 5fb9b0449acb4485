/** The commands for a whole class, in one chunk because they share most of their code. */
export { addGrade } from "./grade.ts";
export { addMerge } from "./merge.ts";
export { addReport } from "./report.ts";
