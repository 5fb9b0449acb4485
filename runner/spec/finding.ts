import { nearest } from "./nearest.ts";
import type { Finding, Path } from "./problem.ts";
import { choice, quoted } from "./words.ts";

/** Something wrong with a value. */
export function finding(path: Path, message: string): Finding {
  return { path, at: "value", message };
}

/** An unknown name, with the one that was likely meant, or with all known names. */
export function unknown(path: Path, noun: string, name: string, names: readonly string[]): Finding {
  const meant = nearest(name, names);
  const advice = meant ? `did you mean ${quoted(meant)}?` : `there is ${choice(names.map(quoted)) || "none"}`;
  return finding(path, `unknown ${noun} ${quoted(name)}: ${advice}`);
}
