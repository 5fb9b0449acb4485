import { dirname } from "node:path";
import type { Command } from "../launcher.ts";
import { pathWith } from "./search-path.ts";
import type { ResolvedTool } from "./toolchain.ts";

/** A command as it can be started; `{build}` is still to be replaced by the folder of build products. */
export interface CommandLine {
  argv: string[];
  env: Record<string, string>;
  /** Folders that must be visible in addition to /usr. */
  toolFolders: string[];
}

/**
 * Puts the machine's tools into a launcher's command. All tools of the launcher are on its PATH, because they call each other
 * (cargo calls rustc, make calls cc); text is UTF-8, as on a student's terminal.
 */
export function commandLine(command: Command, tools: Readonly<Record<string, ResolvedTool>>): CommandLine {
  const tool = command.tool === null ? null : tools[command.tool];
  if (tool === undefined) throw new Error(`The launcher has no tool named ${command.tool}`);
  const fill = (text: string) => asProduct(text.replaceAll("{cache}", tool?.cache ?? "{build}/cache"));
  const all = Object.values(tools);
  const path = pathWith(all.map(({ path }) => dirname(path)));
  const env = Object.entries(command.env ?? {}).map(([name, value]) => [name, fill(value)]);
  return {
    argv: [...(tool ? [tool.path] : []), ...command.argv.map(fill)],
    env: { PATH: path, LANG: "C.UTF-8", ...Object.fromEntries(env) },
    toolFolders: [...new Set(all.flatMap(({ folders }) => folders))],
  };
}

/** Windows does not start programs without an ending. */
function asProduct(word: string): string {
  return process.platform === "win32" && word === "{build}/program" ? `${word}.exe` : word;
}
