import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import type { Command } from "commander";
import { type CourseSettings, findCourse } from "../class/course.ts";
import type { Remembered, Store } from "../class/store.ts";
import { ownMarksFile } from "../class/write-marks.ts";
import type { Language } from "../model/text.ts";
import type { Setup } from "../spec/lab.ts";
import { settingsText } from "../texts/settings.ts";
import { orThrow } from "./class-marking.ts";
import { fitted } from "./fitted.ts";
import { shortPath } from "./unusable.ts";

/** Options for grading and marking a class, whose values are remembered in its folder. */
const options = [
  "roster",
  "owners",
  "times",
  "policy",
  "marks",
  "sheet",
  "assignment",
  "attempts",
  "passMark",
  "timezone",
];
const paths = new Set(["roster", "owners", "times", "policy", "marks", "sheet"]);
/** Options that only one command uses. */
const ofCommand = ["lang", "report", "for", "jobs"];

/** Settings of a course file that are not options of the command line. */
export interface CourseFlags {
  passMark?: number;
  timezone?: string;
}

/**
 * Completes the flags of a command over a class. In order of precedence: this command line, an earlier command line for
 * the same folder, the course file, an earlier course file; without any of them, marks.csv in the folder is used for
 * the marks by hand. `none` unsets an option. The values that were filled in are printed on standard error, unless
 * `isSaid` is false.
 */
export async function settle<Flags extends { lang: Language }>(
  command: Command,
  flags: Flags,
  { labId, store, isSaid = true }: { labId: string; store: Store; isSaid?: boolean },
): Promise<{ flags: Flags & CourseFlags; setup: Setup; remember: Remembered }> {
  const found = await findCourse(process.cwd(), labId);
  const course: CourseSettings | null = found && orThrow("the course file", found);
  const before = await store.readSettings();
  const ownMarks = ownMarksFile(store.folder);
  const settled: Record<string, unknown> = { ...flags };
  const remember: Remembered = {};
  const filledIn: { option: string; value: string; from: "course" | "grades" }[] = [];
  for (const option of [...options, ...ofCommand]) {
    const isTyped = command.getOptionValueSource(option) === "cli";
    const [value, from] = chosen(option, isTyped ? settled[option] : undefined, course, before);
    if (option === "marks" && value === undefined && existsSync(ownMarks)) {
      // Not remembered, because it is found in the folder again even if that is moved.
      settled.marks = ownMarks;
      filledIn.push({ option, value: shortPath(ownMarks), from: "grades" });
    }
    if (value === undefined) continue;
    if (options.includes(option) || option === "lang")
      remember[option] = { value, from: from === "course" ? "course" : "command line" };
    if (value === "none") delete settled[option];
    else settled[option] = value;
    if (from !== "typed" && value !== "none" && options.includes(option))
      filledIn.push({ option, value: paths.has(option) ? shortPath(String(value)) : String(value), from });
  }
  if (isSaid && filledIn.length > 0)
    process.stderr.write(
      `${fitted(settingsText(filledIn, course && shortPath(course.file))[settled.lang as Language])}\n`,
    );
  return { flags: settled as Flags & CourseFlags, setup: course?.setup ?? {}, remember };
}

type Origin = "typed" | "course" | "grades";

function chosen(
  option: string,
  typed: unknown,
  course: CourseSettings | null,
  before: Remembered,
): [value: unknown, from: Origin] {
  if (typed !== undefined) return [paths.has(option) && typed !== "none" ? absolute(String(typed)) : typed, "typed"];
  const earlier = before[option];
  if (earlier?.from === "command line") return [earlier.value, "grades"];
  if (course?.values[option] !== undefined) return [course.values[option], "course"];
  return [earlier?.value, "grades"];
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}
