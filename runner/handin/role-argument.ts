import { socketUse } from "../launchers/read-source.ts";
import { sourceLanguage } from "../launchers/source-language.ts";
import { blankOut } from "../launchers/support/blank-out.ts";
import type { ProgramRole } from "./program-role.ts";

/**
 * The arguments that select a role of a program that is both server and client: `server`, `--server`, `--mode server`. Null for a
 * program that is only one of them, or does not read the role from its arguments.
 */
export function roleArgument(
  file: string,
  source: string,
  { kind, protocol }: Pick<ProgramRole, "kind" | "protocol">,
): string[] | null {
  if (kind === "program") return null;
  const does = socketUse(file, source);
  const protocols = protocol === "both" ? (["tcp", "udp"] as const) : [protocol];
  if (!protocols.some((over) => does.includes(`${over}-server`) && does.includes(`${over}-client`))) return null;
  const { input, syntax } = sourceLanguage(file, source).source;
  const code = blankOut(source, syntax, { keepStrings: true });
  if (!input.arguments.test(code)) return null;
  const words = [...code.matchAll(/(["'`])((?:--?)?(?:server|client|s|c))\1/gi)].map(([, , word = ""]) => word);
  const own = spelling(kind, words);
  const others = spelling(kind === "server" ? "client" : "server", words);
  // The other role may be the default, without an argument.
  if (!own || !(others || isCompared(own, code))) return null;
  const option = /["'`](--(?:mode|role|type|as|run))["'`]/.exec(code)?.[1];
  return option && !own.startsWith("-") ? [option, own] : [own];
}

/** The name of a role in the source: the full name is preferred to the first letter, and a word to an option. */
function spelling(role: "server" | "client", words: readonly string[]): string | undefined {
  const wanted = [role, `--${role}`, `-${role}`, `-${role[0]}`, `${role[0]}`];
  return wanted.map((spelt) => words.find((word) => word.toLowerCase() === spelt)).find(Boolean);
}

/** Whether the source compares something with this word, or declares it as an argument; else it may only print it. */
function isCompared(word: string, code: string): boolean {
  const quoted = `["'\`]${word}["'\`]`;
  const before =
    "(?:[=!]==?|\\bin|\\bcase|\\bequals(?:IgnoreCase)?|\\bstrn?cmp|\\badd_(?:argument|parser)|\\bindexOf|\\bincludes)";
  return (
    new RegExp(`${before}\\s*[([{]?[^\\n"'\`]*${quoted}|${quoted}\\s*(?:[=!]==?|in\\b|=>)`, "i").test(code) &&
    /^(?:--?)?\w{2,}$/.test(word)
  );
}
