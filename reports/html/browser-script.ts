import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** The scripts that run in a page, by the name of their file in `browser/`. */
export type ScriptName = "student" | "class";

/** A script as one piece of JavaScript that can stand inside a page. It is made once and kept. */
export function browserScript(name: ScriptName): string {
  const made = scripts.get(name) ?? bundle(name);
  scripts.set(name, made);
  return made;
}

const scripts = new Map<ScriptName, string>();

function bundle(name: ScriptName): string {
  // Sources are TypeScript in the tests and JavaScript once compiled.
  const file = fileURLToPath(new URL(`./browser/${name}${extname(import.meta.url)}`, import.meta.url));
  const { outputFiles } = buildSync({
    ...{ entryPoints: [file], bundle: true, minify: true, write: false },
    ...{ format: "iife", platform: "browser", target: "es2022", charset: "utf8" },
  });
  // What would end the script element can only stand in a string, where a backslash changes nothing.
  return (outputFiles[0]?.text ?? "").trim().replaceAll("</script", "<\\/script");
}
