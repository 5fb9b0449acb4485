import { nearest } from "./nearest.ts";
import type { Finding, Path } from "./problem.ts";
import { choice, quoted } from "./words.ts";

/** A finding about a value. */
export function finding(path: Path, message: string): Finding {
  return { path, at: "value", message };
}

/** An unknown name, with the one that was likely meant, or with all known names. */
export function unknown(path: Path, noun: string, name: string, names: readonly string[]): Finding {
  const meant = nearest(name, names);
  const advice = meant
    ? `did you mean ${quoted(meant)}?`
    : names.length > 0
      ? `write ${choice(names.map(quoted))}`
      : "there is none";
  return finding(path, `unknown ${noun} ${quoted(name)}: ${advice}`);
}
