import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../runner/package-root.ts";

/** The scripts that run in a page, by the name of their file in `browser/`. */
export type ScriptName = "student" | "class" | "ui" | "desk";

/** A script as JavaScript that can be embedded in a page; it is read once and kept. */
export function browserScript(name: ScriptName): string {
  const known = scripts.get(name) ?? readScript(name);
  scripts.set(name, known);
  return known;
}

const scripts = new Map<ScriptName, string>();

function readScript(name: ScriptName): string {
  const code = readFileSync(join(packageRoot(), "dist/bin/browser", `${name}.js`), "utf8");
  // `</script` can only occur in a string, where the backslash changes nothing.
  return code.trim().replaceAll("</script", "<\\/script");
}
