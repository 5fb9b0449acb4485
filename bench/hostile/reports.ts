import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { foundInMarkdown, foundInXml } from "./structure.ts";

/** Control characters other than a tab and the end of a line. */
const control = /[^\P{Cc}\n\t]/u;

/** A command for a workflow, other than the annotations that wirecheck writes. */
const command = /^\s*::(?!(error|warning) (file=[^,:]*,line=\d+,)?title=).*|^\s*##\w*\[.*/m;

/** Finds what a report must not contain, by its file extension. */
const forbidden: Readonly<Record<string, (text: string) => string[]>> = {
  ".html": matches(/<script>EVIL|<img src=x|<svg\/onload/),
  ".xml": (text) => [...matches(control, /[\ufffe\uffff]/)(text), ...foundInXml(text)],
  ".md": (text) => [...matches(control)(text), ...foundInMarkdown(text)],
  ".txt": matches(control, /[\u202a-\u202e\u2066-\u2069]/, command),
  ".csv": matches(/[^\P{Cc}\r\n\t]/u, /(^|[,\n])[=@+]\w/m),
};

function matches(...patterns: RegExp[]): (text: string) => string[] {
  return (text) => patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

/** The faults in the reports in a folder, and the files that contain a secret. */
export function faultsInReports(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const text = readFileSync(path, "utf8");
    const found = forbidden[extname(name)]?.(text) ?? [];
    return [
      ...found.map((what) => `report ${name} holds ${JSON.stringify(what.slice(0, 80))}`),
      ...(text.includes(secret) ? [`the secret is in ${name}`] : []),
    ];
  });
}
