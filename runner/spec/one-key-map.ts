import * as z from "zod";
import { unknownKey } from "./explain-issue.ts";
import { choice, kindOf, quoted } from "./words.ts";

type Registry = Readonly<Record<string, z.ZodType>>;

/** A map with exactly one key, the name of an entry of the registry, and a value for that entry's schema. */
export type OneKeyMap<R extends Registry> = { [Name in keyof R]: { [Key in Name]: z.infer<R[Name]> } }[keyof R];

/**
 * A schema for `- connect: alice`: a map with exactly one key, whose value the registry's schema of that name checks.
 * A recursive registry gives its own schemas as `z.lazy(() => …)`.
 *
 * @param noun the name of such a map in messages: "step"
 * @param further optional keys of the map, with their schemas
 */
export function oneKeyMap<R extends Registry>(
  registry: R,
  noun: string,
  further: Registry = {},
): z.ZodType<OneKeyMap<R>> {
  const branches = Object.entries(registry).map(([name, schema]) => z.strictObject({ [name]: schema, ...further }));
  const check = guard(Object.keys(registry), Object.keys(further), noun);
  // The union describes the map completely; the check before it gives better messages.
  return z.preprocess(check, z.union(branches)) as unknown as z.ZodType<OneKeyMap<R>>;
}

function guard(names: readonly string[], further: readonly string[], noun: string) {
  return (value: unknown, context: z.RefinementCtx): unknown => {
    const reject = (message: string, path: string[] = []) => {
      context.issues.push({ code: "custom", message, path, params: { about: "key" }, input: value });
      return z.NEVER;
    };
    if (value === null || typeof value !== "object" || Array.isArray(value)) return reject(notAMap(value, names, noun));
    const [name, ...others] = Object.keys(value).filter((key) => !further.includes(key));
    if (name === undefined) return reject(`this ${noun} is empty: write one of ${choice(names.map(quoted))}`);
    if (others.length > 0) return reject(tooMany(value, name, others, names, noun));
    return names.includes(name) ? value : reject(unknownKey(name, names, noun), [name]);
  };
}

function notAMap(value: unknown, names: readonly string[], noun: string): string {
  if (typeof value !== "string") return `a ${noun} must be a map such as \`${names[0]}: …\`, not ${kindOf(value)}`;
  const word = /^[\w-]+/.exec(value)?.[0] ?? value;
  if (names.includes(word)) return `a ${noun} needs a colon and a space after its name: \`${word}: …\``;
  return unknownKey(word, names, noun);
}

function tooMany(value: object, name: string, others: string[], names: readonly string[], noun: string): string {
  if (names.includes(name) && (value as Record<string, unknown>)[name] === null)
    return `indent ${choice(others.map(quoted), "and")} further: they belong to ${quoted(name)}`;
  const keys = choice([name, ...others].map(quoted), "and");
  return `a ${noun} has exactly one key, this one has ${keys}: begin each ${noun} with \`- \``;
}
