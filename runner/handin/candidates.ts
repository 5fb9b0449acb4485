import { basename } from "node:path/posix";
import picomatch from "picomatch";
import { chooseLauncher } from "../launchers/choose-launcher.ts";
import { type LauncherName, launchers } from "../launchers/index.ts";
import type { Launcher } from "../launchers/launcher.ts";
import { runsAlone, socketUse } from "../launchers/read-source.ts";
import type { SocketUse } from "../model/socket-use.ts";
import type { HandIn } from "./hand-in.ts";
import { isLibraryFile } from "./junk.ts";
import type { ProgramRole } from "./program-role.ts";

/** How well a program does what a role asks for; higher is better. */
export const fit = { wrong: 0, unknown: 1, half: 2, both: 3, yes: 4 } as const;
type Fit = (typeof fit)[keyof typeof fit];

/** A file that may be the program of a role, and the signs for and against that. */
export interface Candidate {
  file: string;
  launcher: LauncherName;
  /** The file and the others that belong to the same program. */
  sources: readonly string[];
  /** How the whole program uses sockets. */
  does: readonly SocketUse[];
  fit: Fit;
  /** The fit of the file itself, without the files that it imports. */
  ownFit: Fit;
  /** Index of the first of the lab's patterns that its name matches, or null. */
  glob: number | null;
  /** Whether its name is that of another role. */
  namedForOther: boolean;
  runsAlone: boolean;
}

/** Every source file of a hand-in that can be run, judged for one role; of files with the same content only one. */
export function candidatesFor(role: ProgramRole, handIn: HandIn): Candidate[] {
  const distinct = new Map<string, string>();
  for (const file of handIn.files.filter((name) => !isLibraryFile(name)).sort((a, b) => a.length - b.length)) {
    const text = handIn.read(file);
    if (text !== "" && !distinct.has(text)) distinct.set(text, file);
  }
  const kept = new Set(distinct.values());
  return handIn.files.filter((file) => kept.has(file)).flatMap((file) => candidate(role, file, handIn) ?? []);
}

function candidate(role: ProgramRole, file: string, { files, read }: HandIn): Candidate | null {
  const tree = { entry: file, files, read };
  const name = chooseLauncher(tree);
  if (!name) return null;
  const launcher: Launcher = launchers[name];
  const sources = launcher.sources?.(tree) ?? [file];
  const does = [...new Set(sources.flatMap((source) => socketUse(source, read(source))))];
  return {
    file,
    launcher: name,
    sources,
    does,
    fit: fitFor(role, does),
    ownFit: fitFor(role, socketUse(file, read(file))),
    glob: globIndex(role, file),
    namedForOther: otherRole[role.kind].test(basename(file)) && !ownRole[role.kind].test(basename(file)),
    runsAlone: runsAlone(file, read(file)),
  };
}

const ownRole = { server: /server/i, client: /client|klien/i, program: /(?!)/ };
const otherRole = { server: ownRole.client, client: ownRole.server, program: /server|client|klien/i };

function fitFor({ kind, protocol }: ProgramRole, does: readonly SocketUse[]): Fit {
  // A server may also be the program, in another of its roles.
  if (kind === "program") return does.some((deed) => deed.endsWith("-server")) ? fit.unknown : fit.yes;
  if (does.length === 0) return fit.unknown;
  const first = protocol === "both" ? "tcp" : protocol;
  if (!does.includes(`${first}-${kind}`))
    return protocol === "both" && does.includes(`udp-${kind}`) ? fit.half : fit.wrong;
  return does.includes(`${first}-${kind === "server" ? "client" : "server"}`) ? fit.both : fit.yes;
}

/** Patterns match file names or, if they contain a slash, paths; case does not count. */
function globIndex({ files }: ProgramRole, file: string): number | null {
  const index = files.findIndex((pattern) =>
    picomatch.isMatch(pattern.includes("/") ? file : basename(file), pattern, { nocase: true, dot: true }),
  );
  return index < 0 ? null : index;
}
