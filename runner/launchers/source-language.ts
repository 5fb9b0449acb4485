import { extname } from "node:path/posix";
import { executable } from "./executable/executable.ts";
import { launchers } from "./index.ts";
import type { Launcher, Leftovers } from "./launcher.ts";

const all: readonly Launcher[] = Object.values(launchers);

/** The language of a source file: by its ending, else by its `#!` line, else a script of a language without a launcher. */
export function sourceLanguage(file: string, text: string): Launcher {
  const tree = { entry: file, files: [file], read: () => text };
  return languageOfEnding(extname(file)) ?? all.find((each) => each.recognises?.(file, tree)) ?? executable;
}

/** The language whose sources have this ending (".h" as well as ".c"); undefined if there is none. */
export function languageOfEnding(ending: string): Launcher | undefined {
  const known = ending.toLowerCase();
  return all.find(({ extensions, source }) => extensions.includes(known) || source.partEndings?.includes(known));
}

/** The language with this name in texts: Python, C++; undefined if there is none. */
export function languageTitled(title: string | null): Launcher | undefined {
  return all.find((each) => each.title === title);
}

/** The files and folders that the tools of all languages make next to the sources. */
export const leftovers: Required<Leftovers> = {
  folders: all.flatMap((each) => each.leftovers?.folders ?? []),
  endings: all.flatMap((each) => each.leftovers?.endings ?? []),
};
