import type { Enclosure } from "./enclosure.ts";
import { userName } from "./machine-files.ts";

/** The environment of a program: what every program gets and what is added to it, but nothing of the grader's own environment. */
export function programEnvironment(
  added: Readonly<Record<string, string>>,
  paths: Enclosure["paths"],
  enclosed: Enclosure["environment"] = {},
): Record<string, string> {
  const everyProgram = {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    HOME: paths.home,
    USER: userName,
    LOGNAME: userName,
    LANG: "C.UTF-8",
    TMPDIR: "/tmp",
    // Output is read by the grader: programs must not use colours or move a cursor.
    TERM: "dumb",
  };
  const replaced = Object.entries(added).map(([name, value]) => [name, withPaths(value, paths)]);
  const program: Record<string, string> = { ...everyProgram, ...Object.fromEntries(replaced), ...enclosed };
  const libraries = [enclosed.LD_PRELOAD, added.LD_PRELOAD].filter((library) => library !== undefined);
  return libraries.length === 0 ? program : { ...program, LD_PRELOAD: libraries.join(":") };
}

/** Puts the enclosure's folders in place of `{home}` and `{build}`. */
export function withPaths(text: string, paths: Enclosure["paths"]): string {
  return text.replaceAll("{home}", paths.home).replaceAll("{build}", paths.build);
}
