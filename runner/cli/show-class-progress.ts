import { classProgress } from "../../reports/terminal/class-progress.ts";
import type { PlannedHandIn } from "../class/class-run.ts";
import type { Graded } from "../class/grade-delivery.ts";
import type { Language } from "../model/text.ts";
import { forLog, usesColour } from "./terminal.ts";

/** Progress of a class on standard error. */
export function showClassProgress(total: number, language: Language) {
  const stream = process.stderr;
  const isTerminal = stream.isTTY === true;
  const colour = isTerminal && usesColour(process.stderr);
  const shown = classProgress({ stream, isTerminal, language, total, colour, now: () => performance.now() });
  let count = 0;
  let hasEnded = false;
  return {
    done({ path }: PlannedHandIn, { result, error }: Graded, how: "graded" | "kept") {
      count += 1;
      shown.done({ path: forLog(path), points: error ? null : result, isKept: how === "kept" });
    },
    count: () => count,
    end() {
      if (!hasEnded) shown.end();
      hasEnded = true;
    },
  };
}
