import { namesIn, parseExpression } from "../steps/support/expression.ts";
import { expressionsIn } from "../steps/support/fill.ts";
import { ExpressionFault, functions } from "../steps/support/functions.ts";
import { isMap } from "../steps/support/is-map.ts";
import { finding } from "./finding.ts";
import { nearest } from "./nearest.ts";
import type { Finding, Path } from "./problem.ts";
import { choice, quoted } from "./words.ts";

/** Expressions in texts of a lab that cannot be parsed, or that use a name that is not among the known ones. */
export function checkExpressions(value: unknown, path: Path, known: ReadonlySet<string>): Finding[] {
  if (typeof value === "string") return expressionsIn(value).flatMap((source) => checkExpression(source, path, known));
  if (Array.isArray(value)) return value.flatMap((entry, index) => checkExpressions(entry, [...path, index], known));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => checkExpressions(entry, [...path, key], known));
}

function checkExpression(source: string, path: Path, known: ReadonlySet<string>): Finding[] {
  try {
    const names = namesIn(parseExpression(source));
    return names.filter((name) => !known.has(name)).map((name) => noValue(name, path, [...known]));
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    return [finding(path, `the expression ${fault.message}; for the braces themselves write \`{{${source}}}\``)];
  }
}

function noValue(name: string, path: Path, known: readonly string[]): Finding {
  const meant = nearest(name, known) ?? (name in functions ? `${name}(…)` : undefined);
  const advice = meant
    ? `did you mean ${quoted(meant)}?`
    : `${known.length > 0 ? `known here: ${choice(known.map(quoted), "and")}; for` : "for"} the braces themselves write \`{{${name}}}\``;
  return finding(path, `unknown name ${quoted(`{${name}}`)}: ${advice}`);
}
