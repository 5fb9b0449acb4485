import { evaluate, namesIn, parseExpression, type Values } from "./expression.ts";
import { ExpressionFault } from "./functions.ts";

/**
 * The value with every `{expression}` in its texts replaced. An expression with a name that has no value is left as it is; `{{…}}` is
 * a text in braces.
 *
 * @throws ExpressionFault if a value is not of the kind that its expression needs
 */
export function fill<T>(value: T, values: Values): T {
  return fillAny(value, values, "") as T;
}

/** The expressions of a text, as they are written. */
export function expressionsIn(text: string): string[] {
  return [...text.matchAll(places)].flatMap(([, , expression]) => (expression === undefined ? [] : [expression]));
}

/** The names in the expressions of all texts in a value; expressions that cannot be parsed are left out. */
export function namesNeeded(value: unknown): Set<string> {
  const names = new Set<string>();
  eachText(value, (text) => {
    for (const source of expressionsIn(text)) for (const name of namesOf(source)) names.add(name);
  });
  return names;
}

/** The value with a name in its expressions replaced by a number or by a text that `isCalculable`, if it is calculated with. */
export function fix<T>(value: T, name: string, replacement: number | string): T {
  const operand = typeof replacement === "number" ? `(${replacement})` : `'${replacement}'`;
  return mapTexts(value, "", (text) =>
    text.replace(places, (whole, _literal, expression?: string) => {
      if (expression === undefined) return whole;
      if (expression.trim() === name) return String(replacement);
      const quotedOrName = new RegExp(`'[^']*'|(?<![\\w-])${name}(?![\\w(-])`, "g");
      return `{${expression.replace(quotedOrName, (found) => (found === name ? operand : found))}}`;
    }),
  ) as T;
}

/** Whether a text can stand between quotation marks in an expression. */
export function isCalculable(text: string): boolean {
  return !/['"{}\n]/.test(text);
}

/** Whether an expression of the value contains a name together with something else. */
export function isCalculatedWith(value: unknown, name: string): boolean {
  let found = false;
  eachText(value, (text) => {
    for (const source of expressionsIn(text)) found ||= source.trim() !== name && namesOf(source).includes(name);
  });
  return found;
}

/** `{{literal}}` or `{expression}`; braces after `\u`, `\p` and `\k` belong to a regular expression. */
const places = /\{\{([^{}]*)\}\}|(?<!\\[upPk])\{([a-z(][^{}"\n]*)\}/g;

function fillAny(value: unknown, values: Values, key: string): unknown {
  return mapTexts(value, key, (text, within) =>
    text.replace(places, (whole, literal?: string, source?: string) => {
      if (source === undefined) return `{${literal}}`;
      const expression = parseExpression(source);
      if (namesIn(expression).some((name) => values[name] === undefined)) return whole;
      const filled = evaluate(expression, values);
      return within === "matches" ? filled.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") : filled;
    }),
  );
}

function namesOf(source: string): string[] {
  try {
    return namesIn(parseExpression(source));
  } catch (fault) {
    if (fault instanceof ExpressionFault) return [];
    throw fault;
  }
}

function eachText(value: unknown, visit: (text: string) => void): void {
  mapTexts(value, "", (text) => {
    visit(text);
    return text;
  });
}

/** Changes all texts: values, and keys of maps; `change` also gets the key of the text. */
function mapTexts(value: unknown, key: string, change: (text: string, key: string) => string): unknown {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, key, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [change(name, ""), mapTexts(entry, name, change)]),
  );
}
