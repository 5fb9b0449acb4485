import { basename } from "node:path/posix";

/** The target for `make`, and the file that it makes. */
export interface MakeProduct {
  target: string;
  product: string;
}

/**
 * Finds out, only by reading, how a Makefile makes the program of a source file: from the command that compiles or links
 * it, a rule that depends on it, or a rule with its name. Null if reading is not enough.
 *
 * @param entry Path of the source relative to the Makefile's folder.
 * @param siblings Files relative to that folder, for `$(wildcard …)`.
 */
export function makeProduct(makefile: string, entry: string, siblings: readonly string[]): MakeProduct | null {
  const rules = parseRules(makefile, siblings);
  const stem = entry.replace(/\.[^./]+$/, "");
  const isSource = (word: string) => word === entry || word === basename(entry);
  const compiled = rules.filter(({ target, needs }) => target.endsWith(".o") && needs.some(isSource));
  const objects = [`${stem}.o`, `${basename(stem)}.o`, ...compiled.map(({ target }) => target)];
  const isPartOf = (words: readonly string[]) => words.some((word) => isSource(word) || objects.includes(word));

  for (const { target, needs, recipe } of rules.filter((rule) => !/\.o$|%/.test(rule.target))) {
    const own = recipe.find((line) => isPartOf(line) && !line.includes("-c"));
    if (own) return { target, product: outputOf(own) };
    if (isPartOf(needs)) {
      const linking = recipe.find((line) => line.includes("-o"));
      return { target, product: linking ? outputOf(linking) : target };
    }
  }
  return rules.some(({ needs }) => needs.includes(stem)) ? { target: stem, product: stem } : null;
}

interface Rule {
  target: string;
  needs: string[];
  /** The recipe's lines as words, with variables replaced. */
  recipe: string[][];
}

function parseRules(makefile: string, siblings: readonly string[]): Rule[] {
  const variables = new Map<string, string>();
  const rules: Rule[] = [];
  let open: Rule[] = [];
  const lines = makefile.replace(/\\\n\s*/g, " ").split("\n");
  for (const line of lines) {
    const recipe = /^\t\s*[@-]*\s*(.+)/.exec(line)?.[1];
    const [assignment, name = "", operator, value = ""] =
      /^\s*(\w+)\s*([:?+]{0,2})=\s*(.*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const rule = /^([^\s#:=][^:=]*?)\s*::?(?!=)\s*([^#]*)/.exec(line);
    if (recipe) for (const { target, needs, recipe: steps } of open) steps.push(fillIn(recipe, target, needs));
    else if (assignment) variables.set(name, operator === "+" ? `${variables.get(name) ?? ""} ${value}` : value);
    else if (rule) {
      const needs = words(expand(rule[2] ?? "", variables, siblings));
      open = words(expand(rule[1] ?? "", variables, siblings)).map((target) => ({ target, needs, recipe: [] }));
      rules.push(...open.filter(({ target }) => !target.startsWith(".")));
    }
  }

  function fillIn(recipe: string, target: string, needs: string[]): string[] {
    const automatic = recipe
      .replaceAll("$@", target)
      .replaceAll("$^", needs.join(" "))
      .replaceAll("$<", needs[0] ?? "");
    return words(expand(automatic, variables, siblings));
  }
  return rules;
}

/** Replaces variables, `$(VAR:.c=.o)` and `$(wildcard *.c)`; other functions stay as they are and match nothing. */
function expand(text: string, variables: ReadonlyMap<string, string>, siblings: readonly string[], depth = 0): string {
  if (depth > 8) return text;
  return text.replace(/\$[({]([^(){}]+)[)}]/g, (whole, inside: string) => {
    const wildcard = /^wildcard\s+\*(\.\w+)$/.exec(inside)?.[1];
    if (wildcard) return siblings.filter((file) => !file.includes("/") && file.endsWith(wildcard)).join(" ");
    const [, name = "", from, to = ""] = /^(\w+)(?::%?([^=]*)=%?(.*))?$/.exec(inside) ?? [];
    const value = variables.get(name);
    if (value === undefined) return name === "" ? whole : "";
    const full = expand(value, variables, siblings, depth + 1);
    if (from === undefined) return full;
    return words(full)
      .map((word) => (word.endsWith(from) ? word.slice(0, -from.length || undefined) + to : word))
      .join(" ");
  });
}

/** The argument of `-o`, or the default name of compilers. */
function outputOf(line: readonly string[]): string {
  const option = line.indexOf("-o");
  return (option >= 0 ? line[option + 1] : undefined) ?? "a.out";
}

function words(text: string): string[] {
  return text.trim().split(/\s+/).filter(Boolean);
}
