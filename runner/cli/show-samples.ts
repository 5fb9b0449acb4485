import { type Progress, progress } from "../../reports/terminal/progress.ts";
import { usesColour } from "./terminal.ts";

/** Shows on standard error how far the grading of `total` programs is. */
export function showSamples(total: number, verbose = false): Progress {
  const isTerminal = process.stderr.isTTY === true;
  const colour = isTerminal && usesColour(process.stderr);
  return progress({ stream: process.stderr, isTerminal, colour, language: "en", total, verbose });
}
