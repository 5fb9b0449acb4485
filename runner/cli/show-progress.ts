import { type Progress, progress } from "../../reports/terminal/progress.ts";
import type { GradeOptions } from "../grade/grade.ts";
import type { Status } from "../model/result.ts";
import type { Language } from "../model/text.ts";
import type { Ending } from "../score/score.ts";
import { usesColour } from "./terminal.ts";

/** The options that decide how progress is shown. */
export interface ShownFlags {
  lang: Language;
  verbose?: boolean;
  quiet?: boolean;
}

/** Live progress on standard error while the tests run. */
export function showProgress(flags: ShownFlags): { hooks: ProgressHooks; done(): void } {
  let shown: Progress | undefined;
  const hooks: ProgressHooks = {
    onStart: (tests) => {
      const stream = process.stderr;
      const isTerminal = stream.isTTY === true && !flags.quiet;
      const options = { language: flags.lang, total: tests.length, verbose: flags.verbose ?? false };
      shown = progress({ stream, isTerminal, colour: isTerminal && usesColour(stream), ...options });
    },
    onTestStart: (test) => shown?.testStarted(test.id),
    onTestEnd: (test, ending) => shown?.testFinished({ id: test.id, ...howItEnded(ending) }),
  };
  return { hooks, done: () => shown?.done() };
}

type ProgressHooks = Required<Pick<GradeOptions, "onStart" | "onTestStart" | "onTestEnd">>;

function howItEnded(ending: Ending): { status: Status; durationMs: number } {
  if ("gateError" in ending) return { status: "error", durationMs: 0 };
  return "status" in ending
    ? { status: ending.status, durationMs: ending.durationMs }
    : { status: "skipped", durationMs: 0 };
}
