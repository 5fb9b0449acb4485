import type { Text } from "../model/text.ts";
import { same } from "./failures/phrases.ts";
import { printableLine } from "./printable.ts";

/**
 * What a regular expression asks for, for people who cannot read one: `: it should begin like "Ping 1 …"`, with an example
 * that matches; empty if none is found.
 */
export function patternInWords(pattern: string): Text {
  const example = exampleOf(pattern);
  if (example === null) return same("");
  const { text, isOnly } = example;
  const shown = `"${printableLine(text)}"`;
  const isBeginning = pattern.startsWith("^");
  const isWhole = isBeginning && /(?<!\\)\$\)*$/.test(pattern);
  const like = (exactly: Text, alike: Text) => (isOnly ? exactly : alike);
  const how = isWhole
    ? like({ en: "should be", id: "seharusnya" }, { en: "should look like", id: "seharusnya seperti" })
    : isBeginning
      ? like(
          { en: "should begin with", id: "seharusnya diawali" },
          { en: "should begin like", id: "seharusnya diawali seperti" },
        )
      : like(
          { en: "should contain", id: "seharusnya memuat" },
          { en: "should contain something like", id: "seharusnya memuat sesuatu seperti" },
        );
  return { en: `: it ${how.en} ${shown}`, id: `: ${how.id} ${shown}` };
}

/** A text that the expression matches, and whether there is no other; null if this reader of expressions does not find one. */
export function exampleOf(pattern: string): { text: string; isOnly: boolean } | null {
  try {
    const reader = new ExampleReader(pattern);
    const text = reader.read();
    const isRight = text.trim() !== "" && new RegExp(pattern).test(text);
    const shown = new ExampleReader(pattern, "…").read().replace(/…{2,}/g, "…");
    return isRight ? { text: shown, isOnly: reader.isOnly } : null;
  } catch {
    return null;
  }
}

/** Reads an expression from left to right and writes the shortest usual text that it matches. */
class ExampleReader {
  /** Whether nothing that was read left a choice. */
  isOnly = true;
  readonly #source: string;
  #at = 0;

  /** @param anyByte what stands for a byte of which nothing is asked */
  constructor(
    source: string,
    private readonly anyByte = "1",
  ) {
    this.#source = source;
  }

  read(): string {
    const text = this.#alternatives();
    if (this.#at < this.#source.length) throw new Error("not the end");
    return text;
  }

  /** Of several branches an empty one, such as an anchor's, else the first. */
  #alternatives(): string {
    const branches = [this.#sequence()];
    while (this.#take("|")) branches.push(this.#sequence());
    if (branches.length > 1) this.isOnly = false;
    return branches.includes("") ? "" : (branches[0] ?? "");
  }

  #sequence(): string {
    let text = "";
    while (this.#at < this.#source.length && !"|)".includes(this.#source[this.#at] ?? "")) {
      const atom = this.#atom();
      text += atom.repeat(this.#times());
    }
    return text;
  }

  /** How often what was read stands in the example: as seldom as is allowed. */
  #times(): number {
    const [all, least] = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at)) ?? [];
    if (all === undefined) return 1;
    this.#at += all.length;
    if (!/^\{\d+\}/.test(all)) this.isOnly = false;
    return least === undefined ? Number(all.startsWith("+")) : Number(least);
  }

  #atom(): string {
    const character = this.#source[this.#at++] ?? "";
    if (character === "(") return this.#group();
    if (character === "[") return this.#class();
    if (character === "\\") return this.#escape();
    if (character === "^" || character === "$") return "";
    return character === "." ? this.#any(".") : character;
  }

  #group(): string {
    const [head] = /^\?(?::|<[A-Za-z_]\w*>)/.exec(this.#source.slice(this.#at)) ?? [""];
    if (head === "" && this.#source[this.#at] === "?") throw new Error("flags");
    this.#at += head.length;
    const text = this.#alternatives();
    if (!this.#take(")")) throw new Error("no end of a group");
    return text;
  }

  #class(): string {
    const [body] = /^\^?\]?(?:\\.|[^\]\\])*\]/.exec(this.#source.slice(this.#at)) ?? [];
    if (body === undefined) throw new Error("no end of a class");
    this.#at += body.length;
    return this.#any(`[${body}`);
  }

  #escape(): string {
    const [all, hex] = /^(?:x([0-9a-fA-F]{2})|.)/s.exec(this.#source.slice(this.#at)) ?? [""];
    this.#at += all.length;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (/^[bBAz]$/.test(all)) return "";
    if (/^[dDwWsS]$/.test(all)) return this.#any(`\\${all}`);
    if (/^[a-zA-Z0-9]$/.test(all) && !"nrtfv".includes(all)) throw new Error("not known");
    return { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v" }[all] ?? all;
  }

  /** One of several characters: dots where anything may stand, else what people write. */
  #any(set: string): string {
    this.isOnly = false;
    const matches = new RegExp(`^${set}$`, "s");
    if (["\0", "a", "\xff"].every((each) => matches.test(each)) && !matches.test("…")) return this.anyByte;
    const found = [..."…1ax A0-.\n\0"].find((each) => matches.test(each)) ?? firstOf(matches);
    if (found === undefined) throw new Error("nothing matches");
    return found;
  }

  #take(character: string): boolean {
    const isThere = this.#source[this.#at] === character;
    if (isThere) this.#at++;
    return isThere;
  }
}

function firstOf(matches: RegExp): string | undefined {
  return Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).find((each) => matches.test(each));
}
