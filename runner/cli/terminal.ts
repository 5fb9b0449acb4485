import isUnicodeSupported from "is-unicode-supported";
import pc from "picocolors";
import { jsonWithoutCommands, withoutCommands } from "../../reports/support/words/workflow-commands.ts";

/** How a report is to look where standard output goes. */
export function lookOfOutput(): { colour: boolean; width: number; ascii: boolean; forActions: boolean } {
  const { stdout, env } = process;
  return {
    colour: pc.isColorSupported && stdout.isTTY === true,
    width: stdout.columns ?? 80,
    ascii: !showsUnicode(env),
    forActions: isInActions(env),
  };
}

/** Whether standard output is the log of a job of GitHub Actions, in which some lines are commands. */
function isInActions({ GITHUB_ACTIONS }: NodeJS.ProcessEnv): boolean {
  return GITHUB_ACTIONS === "true";
}

/** Words for a person, with nothing in them that is a command where they are printed. */
export function forLog(words: string): string {
  return isInActions(process.env) ? withoutCommands(words) : words;
}

/** The same for JSON. */
export function jsonForOutput(json: string): string {
  return isInActions(process.env) ? jsonWithoutCommands(json) : json;
}

/** A locale that names another character set, or none as `C` does, cannot show more than ASCII; no locale says nothing. */
export function showsUnicode({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (process.platform !== "win32" && locale && !/utf-?8/i.test(locale)) return false;
  return isUnicodeSupported();
}
