import type * as z from "zod";
import { wrongType, wrongValue } from "./explain-issue.ts";
import { nearest } from "./nearest.ts";
import type { Finding, Path } from "./problem.ts";
import { quoted, typeWord } from "./words.ts";

type Issue = z.core.$ZodIssue;

/**
 * Turns the issues of a failed parse, made with `explainIssue`, into findings. The issues of a union become those of the branch that
 * fits best; the message of each finding is a whole sentence.
 */
export function findIssues(issues: readonly Issue[], root: unknown): Finding[] {
  return withoutEchoes(issues.flatMap((issue) => fromIssue(issue, [], root))).map(({ path, at, message }) => ({
    path,
    at,
    message,
  }));
}

interface Draft extends Finding {
  /** unknown, missing: the last part of the path is that key; whole: the parts do not fit together; value: any other fault. */
  about: "unknown" | "missing" | "whole" | "value";
}

function fromIssue(issue: Issue, base: Path, root: unknown): Draft[] {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === "unrecognized_keys") {
    const messages = issue.message.split("\n");
    return issue.keys.map((key, index) => unknown([...path, key], messages[index] ?? issue.message, root));
  }
  if (issue.code !== "custom" && valueAt(root, path) === undefined) return [missing(path)];
  if (issue.code === "invalid_union" && issue.errors.length > 0) return fromUnion(issue.errors, path, root);
  if (issue.code === "invalid_key") {
    const message = `${quoted(path.at(-1))} is not a good name: it ${issue.issues[0]?.message ?? "is not valid"}`;
    return [{ path, at: "key", message, about: "value" }];
  }
  if (issue.code === "custom" && issue.params?.about === "key")
    return [{ path, at: "key", message: issue.message, about: "value" }];
  const about = issue.code === "custom" ? "whole" : "value";
  return [{ path, at: "value", message: sentence(path, issue.message), about }];
}

function fromUnion(branches: readonly (readonly Issue[])[], path: Path, root: unknown): Draft[] {
  const fitting = branches.filter((branch) => !branch.some(rejectsWhole));
  if (fitting.length === 0) {
    const message = sentence(path, noBranchFits(branches.flat().filter(rejectsWhole), valueAt(root, path)));
    return [{ path, at: "value", message, about: "value" }];
  }
  const drafts = fitting.map((branch) => withoutEchoes(branch.flatMap((issue) => fromIssue(issue, path, root))));
  const misfit = (found: readonly Draft[]) =>
    100 * found.filter(({ about, path: at }) => about === "unknown" && at.length === path.length + 1).length +
    found.length;
  return drafts.reduce((best, found) => (misfit(found) < misfit(best) ? found : best));
}

/** Whether the issue is about the value itself and not about something inside it. */
function rejectsWhole(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.length > 0 && issue.errors.every((b) => b.some(rejectsWhole));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function noBranchFits(issues: readonly Issue[], value: unknown): string {
  const flat = issues.flatMap((issue): Issue[] =>
    issue.code === "invalid_union" ? issue.errors.flat().filter(rejectsWhole) : [issue],
  );
  const types = flat.flatMap((issue) => (issue.code === "invalid_type" ? [typeWord(issue.expected)] : []));
  const values = flat.flatMap((issue) => (issue.code === "invalid_value" ? issue.values.map(String) : []));
  if (values.length === 0) return wrongType([...new Set(types)], value);
  if (types.length === 0 || (typeof value === "string" && nearest(value, values))) return wrongValue(values, value);
  return wrongType([...values.map(quoted), ...types], value);
}

/** A misspelt key also counts as a missing one: only the misspelling is reported. */
function withoutEchoes(drafts: readonly Draft[]): Draft[] {
  const echoes = new Set<Draft>();
  const told = drafts.map((draft) => {
    if (draft.about !== "unknown") return draft;
    const [map, key] = [draft.path.slice(0, -1), String(draft.path.at(-1))];
    for (const other of drafts) if (other.about === "whole" && samePath(other.path, map)) echoes.add(other);
    const absent = drafts.filter(({ about, path }) => about === "missing" && samePath(path.slice(0, -1), map));
    const names = absent.map(({ path }) => String(path.at(-1)));
    const meant = nearest(key, names);
    if (meant === undefined) return draft;
    for (const [index, name] of names.entries()) if (name === meant) echoes.add(absent[index] as Draft);
    return { ...draft, message: `unknown key ${quoted(key)}: did you mean ${quoted(meant)}?` };
  });
  return told.filter((draft) => !echoes.has(draft));
}

function unknown(path: Path, message: string, root: unknown): Draft {
  const key = String(path.at(-1));
  // `{ en: One, two }` is a map of two keys, but its author meant a text with a comma.
  const isText = valueAt(root, path) === null && key.includes(" ");
  const advice = `${quoted(key)} reads as a key: put a text with a comma in quotation marks`;
  return { path, at: "key", message: isText ? advice : message, about: "unknown" };
}

function missing(path: Path): Draft {
  const message = `${subject(path.slice(0, -1))} lacks ${quoted(path.at(-1))}: add it`;
  return { path, at: "key", message, about: "missing" };
}

/** The message of a schema is a predicate ("must be …") or an instruction ("write …"): the subject is added to both. */
function sentence(path: Path, message: string): string {
  return `${subject(path)}${/^(must|is|has|needs) /.test(message) ? "" : ":"} ${message}`;
}

function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  return typeof last === "string" ? quoted(last) : `item ${last + 1} of ${subject(path.slice(0, -1))}`;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    return (value as Record<string | number, unknown>)[part];
  }, root);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
