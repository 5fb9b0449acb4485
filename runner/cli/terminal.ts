import isUnicodeSupported from "is-unicode-supported";
import { jsonWithoutCommands, withoutCommands } from "../../reports/support/words/workflow-commands.ts";
import type { Language } from "../model/text.ts";

/** The colour, width and character set of reports on standard output. */
export function lookOfOutput(): { colour: boolean; width: number; ascii: boolean; forActions: boolean } {
  const { stdout, env } = process;
  return {
    colour: usesColour(stdout),
    width: stdout.columns ?? 80,
    ascii: !showsUnicode(env),
    forActions: isInActions(env),
  };
}

/**
 * Whether to colour output on a stream: NO_COLOR and FORCE_COLOR override what the stream is (no-color.org,
 * force-color.org).
 */
export function usesColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** The language of the user's locale; English when wirecheck does not speak it. */
export function localeLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  // `in` was the code of Indonesian until 1989, and in Java until version 17.
  return /^(?:id|in)(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "id" : "en";
}

/** Whether standard output is the log of a job of GitHub Actions, in which some lines are commands. */
function isInActions({ GITHUB_ACTIONS }: NodeJS.ProcessEnv): boolean {
  return GITHUB_ACTIONS === "true";
}

/** Text without lines that GitHub Actions would execute as commands. */
export function forLog(words: string): string {
  return isInActions(process.env) ? withoutCommands(words) : words;
}

/** The same for JSON. */
export function jsonForOutput(json: string): string {
  return isInActions(process.env) ? jsonWithoutCommands(json) : json;
}

/**
 * Whether the terminal shows more than ASCII: not if the locale names another character set than UTF-8, or none, as `C`
 * does.
 */
export function showsUnicode({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (process.platform !== "win32" && locale && !/utf-?8/i.test(locale)) return false;
  return isUnicodeSupported();
}
