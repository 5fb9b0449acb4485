import { socketUse } from "../launchers/read-source.ts";
import { sourceLanguage } from "../launchers/source-language.ts";
import { blankOut } from "../launchers/support/blank-out.ts";
import type { ProgramRole } from "./program-role.ts";

/**
 * The arguments that make a program which is server and client in one play a role: `server`, `--server`,
 * `--mode server`. Null for a program that is only one of them, or does not ask its arguments which one to be.
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
  if (!own || !spelling(kind === "server" ? "client" : "server", words)) return null;
  const option = /["'`](--(?:mode|role|type|as|run))["'`]/.exec(code)?.[1];
  return option && !own.startsWith("-") ? [option, own] : [own];
}

/** How the source writes the name of a role: in full rather than by its first letter, as a word rather than an option. */
function spelling(role: "server" | "client", words: readonly string[]): string | undefined {
  const wanted = [role, `--${role}`, `-${role}`, `-${role[0]}`, `${role[0]}`];
  return wanted.map((spelt) => words.find((word) => word.toLowerCase() === spelt)).find(Boolean);
}
