import type { ErrorMeaning } from "../../launchers/error-meaning.ts";
import { languageTitled } from "../../launchers/source-language.ts";
import type { Text } from "../../model/text.ts";
import type { Evidence } from "../evidence.ts";
import type { HandInFiles } from "../support/hand-in-files.ts";
import { standsInSource } from "../support/sources.ts";
import { errnoErrors } from "./errno.ts";

/** The well-known meaning of an error in a program of that language, in the words of this case. */
export interface Meaning extends Pick<ErrorMeaning, "name" | "idea" | "look"> {
  /** Whether the line is wrong for every input. */
  always: boolean;
  /** Matches the line to point to if the error names none. */
  where: RegExp | null;
}

/** What an error is judged by: without the program's own file, no meaning that depends on its source is found. */
type Known = Pick<Evidence, "language" | "files"> & Partial<Pick<Evidence, "kind" | "entry" | "transport">>;

/**
 * The meaning of an error; null if it is not known.
 *
 * @param line the student's line that raised it; empty if not known
 */
export function meaningOf(
  { language, files, kind, transport, entry = null }: Known,
  error: string,
  line: string,
): Meaning | null {
  const all = [...(languageTitled(language)?.errorMeanings ?? []), ...errnoErrors];
  const known = all.filter(
    (meaning) =>
      (meaning.kind === undefined || meaning.kind === kind) &&
      (meaning.transport === undefined || meaning.transport === transport),
  );
  for (const meaning of known) {
    const told = meaning.error.exec(error);
    // A program that prints its errors itself names the call before them: "accept: Invalid argument".
    const there = meaning.line ? (meaning.line.exec(line) ?? meaning.line.exec(error)) : null;
    if (told === null || (meaning.line && there === null)) continue;
    const words = namesOf(told, there);
    if (meaning.besides !== undefined && !isThere(fill(meaning.besides, words), files)) continue;
    if (meaning.inSource && !standsInSource({ files, entry }, new RegExp(fill(meaning.inSource, words)))) continue;
    const filled = (text: Text) => ({ en: fill(text.en, words), id: fill(text.id, words) });
    return {
      name: filled(meaning.name),
      idea: filled(meaning.idea),
      look: filled(meaning.look),
      always: meaning.always ?? true,
      where: meaning.where ?? null,
    };
  }
  return null;
}

/** Named groups of both matches; for a name in several branches of a pattern (name, name2), the one that matched. */
function namesOf(...matches: (RegExpExecArray | null)[]): Map<string, string> {
  const groups = matches.flatMap((match) => Object.entries(match?.groups ?? {}));
  return new Map(groups.flatMap(([name, value]) => (value === undefined ? [] : [[name.replace(/\d$/, ""), value]])));
}

function fill(words: string, names: ReadonlyMap<string, string>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => names.get(name) ?? whole);
}

function isThere(name: string, files: HandInFiles): boolean {
  return files.names.some((file) => file === name || file.endsWith(`/${name}`));
}
