import { normalize, parse } from "node:path/posix";
import { type Document, isMap, LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import { chooseLauncher } from "../launchers/choose-launcher.ts";
import type { SettingsIssue } from "../texts/handin.ts";
import type { HandIn } from "./hand-in.ts";
import type { HandInProblem } from "./problem.ts";
import type { ProgramRole } from "./program-role.ts";

/** Name of the file in which a hand-in may say which file is which program. */
export const settingsFile = "wirecheck.yaml";

/** What a hand-in may say about one program. */
export const programSettings = z.union([
  z.strictObject({ file: z.string().min(1).describe("The program's file, relative to the root of the hand-in") }),
  z.strictObject({
    run: z.string().min(1).describe("Command line, with {port} for the port: python3 app.py {port}"),
  }),
]);

/** The content of wirecheck.yaml: programs by their names in the lab. */
export const settings = z.record(z.string(), programSettings);

/** A program as wirecheck.yaml names it: its file and, from a `run` line, its arguments. */
export interface NamedProgram {
  file: string;
  /** Arguments after the file, with `{port}`; null without a `run` line. */
  argv: readonly string[] | null;
}

type Files = Pick<HandIn, "files" | "read">;

/** Reads the hand-in's wirecheck.yaml, if it has one; null if it does not have the role. */
export function namedProgram(role: ProgramRole, handIn: Files): NamedProgram | { problem: HandInProblem } | null {
  if (!handIn.files.includes(settingsFile)) return null;
  const lines = new LineCounter();
  const document = parseDocument(handIn.read(settingsFile), { lineCounter: lines, prettyErrors: false });
  const at = (path: readonly PropertyKey[], issue: SettingsIssue) => problemAt(offsetOf(document, path), issue);
  const [error] = document.errors;
  if (error) return problemAt(error.pos[0], { code: "syntax", reason: error.message });
  const parsed = settings.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    return at(path, { code: "shape", key: path.join(".") || settingsFile });
  }
  const own = parsed.data[role.name];
  if (!own) return null;
  const [key, issue, program] = "file" in own ? fromFile(own.file, handIn) : fromRunLine(own.run, role, handIn);
  if (issue) return at([role.name, key], issue);
  const runs = chooseLauncher({ ...handIn, entry: program.file }) !== null;
  return runs ? program : at([role.name, key], { code: "not-a-program", file: program.file });

  function problemAt(offset: number, issue: SettingsIssue): { problem: HandInProblem } {
    const { line, col } = lines.linePos(offset);
    return { problem: { code: "settings", line: Math.max(line, 1), column: Math.max(col, 1), issue } };
  }
}

type Named = [key: string, issue: SettingsIssue] | [key: string, issue: null, program: NamedProgram];

function fromFile(file: string, { files }: Files): Named {
  return files.includes(file) ? ["file", null, { file, argv: null }] : ["file", { code: "no-such-file", file }];
}

/** `python3 app.py {port}`, `./server {port}` and `java Server {port}` name a file, the last two by its stem. */
function fromRunLine(run: string, role: ProgramRole, { files }: Files): Named {
  if (!role.allowRun) return ["run", { code: "run-not-allowed", role: role.name }];
  const words = [...run.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match.slice(1).find(Boolean) ?? "");
  for (const [index, word] of words.entries()) {
    const path = normalize(word);
    const file =
      files.find((name) => name === path) ?? (index < 2 ? files.find((name) => parse(name).name === path) : null);
    if (file) return ["run", null, { file, argv: words.slice(index + 1) }];
  }
  return ["run", { code: "run-names-no-file", run }];
}

/** The position of the key at a path, or of the nearest part above it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const key = path.at(-1);
  const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === key) : undefined;
  const node = (pair?.key ?? parent) as { range?: [number, number, number] } | null | undefined;
  return node?.range?.[0] ?? 0;
}
