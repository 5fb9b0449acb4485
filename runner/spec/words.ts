/** "a, b or c" */
export function choice(words: readonly string[], conjunction = "or"): string {
  const all = [...new Set(words)];
  const last = all.pop() ?? "";
  return all.length === 0 ? last : `${all.join(", ")} ${conjunction} ${last}`;
}

/** A name or value as sentences show it: between backticks. */
export function quoted(value: unknown): string {
  return `\`${String(value)}\``;
}

/** The type of a YAML value, in words for authors of labs. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return "a text";
  if (Number.isInteger(value)) return "a whole number";
  if (typeof value === "number" && !Number.isFinite(value))
    return quoted(Number.isNaN(value) ? ".nan" : value < 0 ? "-.inf" : ".inf");
  return typeof value === "number" ? "a number" : quoted(value);
}

/** The type that a schema requires, in the same words. */
export function typeWord(expected: string): string {
  return typeWords[expected] ?? `a valid ${expected}`;
}

const typeWords: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
  null: "nothing",
};
