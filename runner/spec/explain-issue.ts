import * as z from "zod";
import { nearest } from "./nearest.ts";
import { choice, kindOf, quoted, typeWord } from "./words.ts";

type RawIssue = z.core.$ZodRawIssue;

/**
 * The fault of a value as the predicate of a sentence whose subject is the value's name: "must be a number". It is the `error` of a zod
 * parse, so that no message of zod reaches a reader. Unknown keys get a sentence each, one a line, because the schema with the right
 * keys is known only here.
 */
export function explainIssue(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return wrongType([typeWord(issue.expected)], issue.input);
    case "invalid_value":
      return wrongValue(issue.values.map(String), issue.input);
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, knownKeys(issue.inst))).join("\n");
    case "too_small":
      return outOfBounds(issue.origin, "least", issue.minimum, issue.inclusive !== false, issue.input);
    case "too_big":
      return outOfBounds(issue.origin, "most", issue.maximum, issue.inclusive !== false, issue.input);
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_format":
      return issue.format === "regex" ? `must match ${quoted(issue.pattern)}` : `must be valid ${issue.format}`;
    case "invalid_union":
      return "options" in issue ? wrongValue((issue.options as unknown[]).map(String), issue.input) : "is not valid";
    default:
      return "is not valid";
  }
}

/** Predicate for a value of the wrong type, with the remedy if there is an obvious one. */
export function wrongType(expected: readonly string[], input: unknown): string {
  const wanted = choice(expected);
  if (input === null) return `has no value: write ${wanted}`;
  const hint = typeHint(wanted, input);
  return `must be ${wanted}, not ${kindOf(input)}${hint ? `: ${hint}` : ""}`;
}

/** Predicate for a value that is not one of the allowed ones. */
export function wrongValue(values: readonly string[], input: unknown): string {
  const allowed = choice(values.map(quoted));
  if (input === null) return `has no value: write ${allowed}`;
  const meant = typeof input === "string" ? nearest(input, values) : undefined;
  const actual = typeof input === "object" ? kindOf(input) : quoted(input);
  return `must be ${allowed}, not ${actual}${meant ? `: did you mean ${quoted(meant)}?` : ""}`;
}

/** The sentence for an unknown key of a map. */
export function unknownKey(key: string, known: readonly string[], noun = "key"): string {
  const meant = nearest(key, known);
  if (meant) return `unknown ${noun} ${quoted(key)}: did you mean ${quoted(meant)}?`;
  if (known.length === 0) return `unknown ${noun} ${quoted(key)}: remove it`;
  return `unknown ${noun} ${quoted(key)}: write ${choice(known.map(quoted))}`;
}

function typeHint(wanted: string, input: unknown): string | undefined {
  const numeric = wanted === "a number" || wanted === "a whole number";
  if (typeof input === "string") {
    if (numeric && input.trim() !== "" && Number.isFinite(Number(input))) return "remove the quotation marks";
    if (wanted === "true or false" && /^(yes|on)$/i.test(input)) return "write `true`";
    if (wanted === "true or false" && /^(no|off)$/i.test(input)) return "write `false`";
    if (wanted === "a list") return `write \`[${input}]\``;
  }
  if (wanted === "a text" && (typeof input === "number" || typeof input === "boolean"))
    return "put it in quotation marks";
  if (wanted === "a list" && kindOf(input) === "a map") return "write `- ` before each item";
  return undefined;
}

function outOfBounds(
  origin: string,
  side: "least" | "most",
  limit: number | bigint,
  inclusive: boolean,
  input: unknown,
): string {
  const bound = inclusive ? `at ${side} ${limit}` : `${side === "least" ? "more" : "less"} than ${limit}`;
  if (origin === "string" && side === "least" && limit === 1) return "must not be empty";
  if (origin === "string") return `must have ${bound} characters, not ${String(input).length}`;
  if (Array.isArray(input)) return `must have ${bound} ${limit === 1 ? "item" : "items"}, not ${input.length}`;
  return `must be ${bound}, not ${String(input)}`;
}

function knownKeys(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord) return [...(schema.keyType._zod.values ?? [])].map(String);
  return [];
}
