import type { Writable } from "node:stream";
import { createLogUpdate } from "log-update";
import { createColors } from "picocolors";
import stringWidth from "string-width";
import type { Result } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { classTexts } from "../../runner/texts/class.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { roughTime } from "../../runner/texts/quantity.ts";
import { marksText, pendingPoints } from "../support/words/questions.ts";

/** Where and how the progress of a class is shown. */
export interface ClassProgressOptions {
  /** Usually standard error, to keep standard output for reports. */
  stream: Writable & { columns?: number };
  isTerminal: boolean;
  language: Language;
  /** Number of hand-ins. */
  total: number;
  colour: boolean;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
}

/** A hand-in that is done. */
export interface DoneHandIn {
  path: string;
  /** Points and maximum; null if it could not be graded. */
  points: Pick<Result, "score" | "maxScore" | "questions"> | null;
  /** Whether an earlier result was kept. */
  isKept: boolean;
}

/** Shows the progress of grading a class. */
export interface ClassProgress {
  done(handIn: DoneHandIn): void;
  /** Removes the bar and restores the cursor. */
  end(): void;
}

/** Shows the progress of a class: a bar with the time left on a terminal, otherwise a line for each hand-in. */
export function classProgress(options: ClassProgressOptions): ClassProgress {
  return options.isTerminal ? bar(options) : lines(options);
}

function lines({ stream, language, total }: ClassProgressOptions): ClassProgress {
  let count = 0;
  return {
    done({ path, points, isKept }) {
      count += 1;
      const marks = points ? marksOfHandIn(points, language) : classTexts.notGraded[language];
      const kept = isKept ? ` (${classTexts.kept[language]})` : "";
      stream.write(`${count}/${total} ${printableLine(path)}: ${marks}${kept}\n`);
    },
    end() {},
  };
}

function marksOfHandIn(points: NonNullable<DoneHandIn["points"]>, language: Language): string {
  const pending = pendingPoints(points);
  if (pending === 0) return `${points.score}/${points.maxScore}`;
  return marksText({ points: points.score, most: points.maxScore, pending }, language);
}

const barColumns = 24;

function bar(options: ClassProgressOptions): ClassProgress {
  const update = createLogUpdate(options.stream);
  const startedMs = options.now();
  const seen = { graded: 0, kept: 0, errors: 0, last: "" };
  const show = () => update(statusLine(seen, options.now() - startedMs, options));
  show();
  return {
    done({ path, points, isKept }) {
      if (isKept) seen.kept += 1;
      else seen.graded += 1;
      if (points === null) seen.errors += 1;
      seen.last = path;
      show();
    },
    end() {
      update.clear();
      update.done();
    },
  };
}

type Seen = { graded: number; kept: number; errors: number; last: string };

function statusLine(seen: Seen, elapsedMs: number, { total, colour, language, stream }: ClassProgressOptions): string {
  const { green, dim, magenta } = createColors(colour);
  const done = seen.graded + seen.kept;
  const filled = total === 0 ? barColumns : Math.round((done / total) * barColumns);
  const parts = [green("█".repeat(filled)) + dim("░".repeat(barColumns - filled)), `${done}/${total}`];
  if (seen.errors > 0) parts.push(magenta(`! ${seen.errors}`));
  // Kept results took no time, so they do not count for the estimate.
  const leftMs = seen.graded === 0 ? null : (elapsedMs / seen.graded) * (total - done);
  if (leftMs !== null) parts.push(classTexts.left(roughTime(leftMs))[language]);
  const line = parts.join(" ");
  const room = (stream.columns ?? 80) - stringWidth(line) - 4;
  return room < 8 || seen.last === "" ? line : `${line} ${dim(shortened(printableLine(seen.last), room))}`;
}

function shortened(words: string, columns: number): string {
  let shown = words;
  while (stringWidth(shown) > columns) shown = `${[...shown].slice(0, -2).join("")}…`;
  return shown;
}
