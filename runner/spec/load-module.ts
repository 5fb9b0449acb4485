import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkLab } from "./check-lab.ts";
import { explainIssue } from "./explain-issue.ts";
import { findIssues } from "./find-issues.ts";
import { type Lab, lab } from "./lab.ts";
import type { Finding, Problem } from "./problem.ts";
import { unrollSequences } from "./sequences.ts";
import { withoutShorthands } from "./shorthands.ts";

/**
 * Reads the lab that is the default export of a module. Functions among its steps become `call` steps that refer to them: the worker
 * that plays a test loads the module again.
 *
 * @param scratch makes the folder for the module's code
 */
export async function loadModule(
  file: string,
  scratch: () => Promise<string>,
): Promise<{ value: Lab } | { problems: Problem[] }> {
  const problem = (message: string) => ({ problems: [{ file, line: 1, column: 1, message, path: [] }] });
  const bundled = await bundleModule(file).catch((fault: Error) => fault);
  if (bundled instanceof Error) return problem(`cannot be read: ${firstLine(bundled)}`);
  const folder = await scratch();
  const module = join(folder, "lab.mjs");
  await writeFile(module, bundled);
  const loaded = await import(pathToFileURL(module).href).catch((fault: unknown) =>
    fault instanceof Error ? fault : new Error(String(fault)),
  );
  if (loaded instanceof Error) return problem(`failed while it was loaded: ${firstLine(loaded)}`);
  if (typeof loaded.default !== "object" || loaded.default === null)
    return problem("has no lab as its default export: write `export default defineLab({ … })`");
  return checked(file, withoutFunctions(loaded.default, module, []));
}

function checked(file: string, written: unknown): { value: Lab } | { problems: Problem[] } {
  const { value, findings: misused } = unrollSequences(written);
  const parsed = lab.safeParse(value, { error: explainIssue });
  const read = parsed.data && withoutShorthands(parsed.data);
  const findings = [...misused, ...(read ? checkLab(read) : findIssues(parsed.error?.issues ?? [], value))];
  if (read && findings.length === 0) return { value: read };
  return { problems: findings.map((finding) => toProblem(file, finding)) };
}

/** Faults in a module have no line: the message names the place in the lab instead. */
function toProblem(file: string, { path, message }: Finding): Problem {
  return { file, line: 1, column: 1, path, message: path.length > 0 ? `${path.join(".")}: ${message}` : message };
}

/** Bundles the module and its imports into one file that every version of Node.js can load. */
async function bundleModule(file: string): Promise<string> {
  const { build } = await import("esbuild");
  const folder = resolve(dirname(file));
  const { outputFiles } = await build({
    entryPoints: [resolve(file)],
    ...{ bundle: true, write: false, platform: "node", format: "esm", target: "node20", logLevel: "silent" },
    define: { "import.meta.dirname": JSON.stringify(folder) },
    plugins: [
      {
        name: "wirecheck",
        setup(plugins) {
          plugins.onResolve({ filter: /^wirecheck$/ }, () => ({ path: "wirecheck", namespace: "wirecheck" }));
          plugins.onLoad({ filter: /.*/, namespace: "wirecheck" }, () => ({
            contents: "export const defineLab = (lab) => lab;",
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

function withoutFunctions(value: unknown, module: string, path: readonly (string | number)[]): unknown {
  if (typeof value === "function") return { call: { module, at: path.join("."), name: value.name || "step" } };
  if (Array.isArray(value)) return value.map((each, index) => withoutFunctions(each, module, [...path, index]));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutFunctions(each, module, [...path, key])]));
}

function firstLine({ message }: Error): string {
  return message.split("\n").find((line) => line.trim() !== "") ?? "for an unknown reason";
}
