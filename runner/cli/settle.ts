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

/** Options that say what a class is graded and marked with; whatever they are set to is remembered beside the grades. */
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
/** Options that hold for a command alone. */
const ofCommand = ["lang", "report", "for", "jobs"];

/** What a course file sets beside the options of the command line. */
export interface CourseFlags {
  passMark?: number;
  timezone?: string;
}

/**
 * The flags of a command over a class with all that they do not say: the command line goes first, then what the grades were made
 * with by an earlier command line, then the course file, and last what an earlier course file said; marks by hand that lie beside
 * the grades count where nothing else is said. `none` sets an option to
 * nothing. What was filled in is said on standard error, unless it has been said before.
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
      // It lies in the folder, and goes where that goes: nobody need remember it.
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
