import type { Writable } from "node:stream";
import { createLogUpdate } from "log-update";
import { createColors } from "picocolors";
import stringWidth from "string-width";
import type { Status } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { timeSpan } from "../../runner/texts/quantity.ts";

/** Where and how progress is shown. */
export interface ProgressOptions {
  /** Usually standard error, to keep standard output for reports. */
  stream: Writable & { columns?: number };
  isTerminal: boolean;
  language: Language;
  /** Number of tests that will be played. */
  total: number;
  colour: boolean;
  /** Whether to write a line for each finished test when the stream is not a terminal. @default false */
  verbose?: boolean;
}

/** A test that has ended. */
export interface FinishedTest {
  id: string;
  status: Status;
  durationMs: number;
}

/** Shows the progress of a run. */
export interface Progress {
  testStarted(id: string): void;
  testFinished(test: FinishedTest): void;
  /** Removes the progress from the screen and restores the cursor. */
  done(): void;
}

/**
 * Shows the progress of a run: on a terminal one line that is rewritten, otherwise plain lines or nothing. The cursor
 * is also restored when the process ends.
 */
export function progress(options: ProgressOptions): Progress {
  if (options.isTerminal) return liveLine(options);
  return options.verbose ? plainLines(options) : silence;
}

const silence: Progress = { testStarted() {}, testFinished() {}, done() {} };

function plainLines({ stream, language }: ProgressOptions): Progress {
  return {
    ...silence,
    testFinished(test) {
      const time = timeSpan(test.durationMs)[language];
      stream.write(`${consoleTexts[test.status][language]}: ${printableLine(test.id)} (${time})\n`);
    },
  };
}

function liveLine(options: ProgressOptions): Progress {
  const update = createLogUpdate(options.stream);
  const finished: FinishedTest[] = [];
  const running = new Set<string>();
  const show = () => update(statusLine(finished, running, options));
  show();
  return {
    testStarted(id) {
      running.add(id);
      show();
    },
    testFinished(test) {
      running.delete(test.id);
      finished.push(test);
      show();
    },
    done() {
      update.clear();
      update.done();
    },
  };
}

function statusLine(finished: readonly FinishedTest[], running: ReadonlySet<string>, options: ProgressOptions): string {
  const { green, red, dim, magenta } = createColors(options.colour);
  const count = (status: Status) => finished.filter((test) => test.status === status).length;
  const parts = [`${finished.length}/${options.total}`];
  if (count("passed") > 0) parts.push(green(`✓ ${count("passed")}`));
  if (count("failed") > 0) parts.push(red(`✗ ${count("failed")}`));
  if (count("skipped") > 0) parts.push(dim(`– ${count("skipped")}`));
  if (count("error") > 0) parts.push(magenta(`! ${count("error")}`));
  const counts = parts.join(" ");
  if (running.size === 0) return counts;
  const room = (options.stream.columns ?? 80) - stringWidth(counts) - 1;
  const names = `${consoleTexts.running[options.language]}: ${[...running].map(printableLine).join(", ")}`;
  return counts + dim(shortened(` · ${names}`, room));
}

function shortened(words: string, columns: number): string {
  return words.length <= columns ? words : `${words.slice(0, Math.max(0, columns - 1))}…`;
}
