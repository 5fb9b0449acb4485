import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** Control characters other than a tab and the end of a line. */
const control = String.raw`[^\P{Cc}\n\t]`;

/** A command for a workflow that wirecheck itself does not write. */
const command = "^::(error file=evil|stop-|set-|add-)|^##\\w*\\[";

/** What no report of a class may hold, by the ending of its file. */
const forbidden: Readonly<Record<string, RegExp>> = {
  ".html": /<script>EVIL|<img src=x|<svg\/onload/,
  ".xml": new RegExp(`${control}|[\\ufffe\\uffff]`, "u"),
  ".md": new RegExp(control, "u"),
  ".txt": new RegExp(`${control}|[\\u202a-\\u202e\\u2066-\\u2069]|${command}`, "mu"),
  ".csv": /[^\P{Cc}\r\n\t]|(^|[,\n])[=@+]\w/mu,
};

/** What in the reports below a folder is not as text should be, and in which files a secret stands. */
export function faultsInReports(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const text = readFileSync(path, "utf8");
    const found = forbidden[extname(name)]?.exec(text);
    return [
      ...(found ? [`report ${name} holds ${JSON.stringify(text.slice(found.index, found.index + 60))}`] : []),
      ...(text.includes(secret) ? [`the secret stands in ${name}`] : []),
    ];
  });
}
