import pc from "picocolors";
import { type Progress, progress } from "../../reports/terminal/progress.ts";

/** Shows on standard error how far the grading of so many programs is. */
export function showSamples(total: number, verbose = false): Progress {
  const isTerminal = process.stderr.isTTY === true;
  const colour = pc.isColorSupported && isTerminal;
  return progress({ stream: process.stderr, isTerminal, colour, language: "en", total, verbose });
}
