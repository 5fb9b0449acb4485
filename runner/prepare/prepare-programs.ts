import { basename, dirname, join } from "node:path";
import { findProgram, type ProgramSearch, startedFile } from "../handin/find-program.ts";
import type { HandIn } from "../handin/hand-in.ts";
import { openHandIn } from "../handin/open-hand-in.ts";
import { type HandInProblem, handInProblemText } from "../handin/problem.ts";
import { launchers } from "../launchers/index.ts";
import type { Launcher, SourceTree } from "../launchers/launcher.ts";
import { resolveTools } from "../launchers/tools/toolchain.ts";
import { isLaunchable, type Launchable, type PreparedProgram } from "../model/prepared-program.ts";
import type { FoundProgram } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import type { Lab, Program } from "../spec/lab.ts";
import { ambiguousText, foundTexts, missingTexts } from "../texts/find-program.ts";
import { lackTexts } from "../texts/lacks.ts";
import { tell } from "../texts/tell.ts";
import type { Calls } from "../worker/calls.ts";
import { buildProgram } from "./build-program.ts";
import { describeProgram } from "./describe-program.ts";
import { askedMethod, learnPort } from "./learn-port.ts";
import { placeLibraries } from "./place-libraries.ts";
import type { Libraries } from "./set-up-libraries.ts";

/** The programs of a hand-in, found, built and ready, and the description of each for reports. */
export interface PreparedHandIn {
  programs: PreparedProgram[];
  found: FoundProgram[];
  versions: Record<string, string>;
}

/** A problem of the hand-in that only its author can solve. */
export type Unclear = { ambiguous: Text } | { problem: HandInProblem };

type Workplace = {
  scratch: string;
  calls: Calls;
  /** Libraries that the course has installed. */
  libraries: Libraries;
};

/** Finds and builds the program of each role that the run needs, and learns how it takes its port. */
export async function preparePrograms(
  lab: Lab,
  roles: readonly string[],
  handIn: HandIn,
  place: Workplace,
): Promise<PreparedHandIn | Unclear> {
  const prepared = [];
  const references = [];
  for (const role of roles) {
    const spec = lab.programs[role];
    if (spec === undefined) {
      references.push(await prepareReference(role, lab, place));
      continue;
    }
    const search = findProgram(searchedRole(role, spec), handIn);
    if (search.outcome === "ambiguous") return { ambiguous: ambiguousText(search) };
    if (search.outcome === "problem") return { problem: search.problem };
    // The program may be in the archive that could not be opened.
    const [closed] = handIn.unopened;
    if (search.outcome === "missing" && closed) return { problem: closed };
    if (process.platform === "win32" && search.outcome === "found") {
      const { title, needsPosix }: Launcher = launchers[search.launcher];
      if (needsPosix) return { problem: { code: "needs-posix", language: title, file: search.file } };
    }
    prepared.push(await prepareProgram(role, spec, lab, handIn, search, place));
  }
  return {
    programs: [...prepared, ...references].map(({ program }) => program),
    found: prepared.map(({ found }) => found),
    versions: Object.assign({}, ...prepared.map(({ versions }) => versions)),
  };
}

/**
 * Begins to look for the tools of the programs, which takes a while: `preparePrograms` then waits for less. To be called while workers
 * start.
 */
export function lookForTools(lab: Lab, roles: readonly string[], handIn: HandIn): void {
  for (const role of roles) {
    const spec = lab.programs[role];
    const search = spec && findProgram(searchedRole(role, spec), handIn);
    // Whoever needs the tools learns why they cannot be found.
    if (search?.outcome === "found") resolveTools(launchers[search.launcher].tools).catch(() => {});
  }
}

interface Prepared {
  program: PreparedProgram;
  found: FoundProgram;
  versions: Record<string, string>;
}

type Settled = Extract<ProgramSearch, { outcome: "found" | "missing" }>;

async function prepareProgram(
  role: string,
  spec: Program,
  lab: Lab,
  handIn: HandIn,
  search: Settled,
  place: Workplace,
): Promise<Prepared> {
  const asked = askedMethod(spec);
  const { kind, transport, conversation, path } = spec;
  const about = { ...(conversation && { conversation }), ...(path !== undefined && { path }) };
  const common = { role, kind, asked, method: asked, sourcePort: null, ...about } as const;
  const unlearnt = { ...common, transport: transport === "udp" ? transport : ("tcp" as const) };
  if (search.outcome === "missing") {
    if ("foreign" in search) {
      const reason = lackTexts.launcher(search.foreign);
      return {
        program: { ...unlearnt, launch: { kind: "lacking", reason } },
        found: { role, ...search.foreign, port: null, byHand: null, build: null, lacks: reason },
        versions: {},
      };
    }
    const note = tell(missingTexts, search.reason.code, search.reason);
    return {
      program: { ...unlearnt, launch: { kind: "no-program", reason: note.en } },
      found: { role, file: null, language: null, port: null, byHand: null, build: null, note },
      versions: {},
    };
  }
  const { file, roleArguments, runArguments } = search;
  const launcher: Launcher = launchers[search.launcher];
  const { setup } = launcher;
  const libraryFolder = setup && place.libraries.get(setup.language);
  if (setup && libraryFolder) await placeLibraries(setup, libraryFolder, handIn);
  const tree: SourceTree = {
    ...{ entry: file, files: handIn.files, read: handIn.read, kind },
    ...(libraryFolder && { libraryFolder }),
  };
  const folders = { files: handIn.root, build: join(place.scratch, `build-${role}`) };
  const { launch, versions } = await buildProgram(launcher, tree, folders, place.calls);
  const started = isLaunchable(launch) ? withArguments(launch, runArguments ?? roleArguments) : launch;
  const sources = (launcher.sources?.(tree) ?? [file]).map((source) => ({ file: source, text: handIn.read(source) }));
  const built = { ...unlearnt, launch: started };
  const program = await learnPort(built, { runArguments, sources }, lab, place.calls);
  const found = describeProgram(program, {
    file,
    language: launcher.title,
    typed: [launcher.typed(tree), ...roleArguments].join(" "),
    note: search.note && tell(foundTexts, search.note.code, search.note),
  });
  return { program, found, versions };
}

/** A program of the lab: a correct one, which tests start as `reference-<role>`, or a helper. */
async function prepareReference(role: string, lab: Lab, place: Workplace): Promise<Prepared> {
  const spec = ownProgram(role, lab);
  if (spec?.reference === undefined) throw new Error(`the lab starts ${role}, but has no such program`);
  const handIn = await openHandIn(dirname(spec.reference), join(place.scratch, role));
  if ("problem" in handIn) throw new Error(`the lab's ${role}: ${handInProblemText(handIn.problem).en}`);
  const search = startedFile(basename(spec.reference), handIn);
  const prepared = await prepareProgram(role, spec, lab, handIn, search, place);
  return lab.helpers?.[role] ? { ...prepared, program: { ...prepared.program, isHelper: true } } : prepared;
}

function ownProgram(role: string, lab: Lab): Program | undefined {
  const helper = lab.helpers?.[role];
  if (helper === undefined) return lab.programs[role.replace(/^reference-/, "")];
  const { file, ...spec } = helper;
  return { ...spec, files: [basename(file)], reference: file };
}

function searchedRole(name: string, program: Program) {
  const { kind, transport, files, run } = program;
  return { name, kind, protocol: transport ?? ("tcp" as const), files, allowRun: run ?? true };
}

function withArguments(launch: Launchable, words: readonly string[]): Launchable {
  return { ...launch, command: { ...launch.command, argv: [...launch.command.argv, ...words] } };
}

/** The sentence for a problem that only the hand-in's author can solve. */
export function unclearText(unclear: Unclear): Text {
  return "ambiguous" in unclear ? unclear.ambiguous : handInProblemText(unclear.problem);
}
