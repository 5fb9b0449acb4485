import { basename, dirname, join } from "node:path";
import { findProgram, type ProgramSearch, startedFile } from "../handin/find-program.ts";
import type { HandIn } from "../handin/hand-in.ts";
import { openHandIn } from "../handin/open-hand-in.ts";
import { type HandInProblem, handInProblemText } from "../handin/problem.ts";
import { launchers } from "../launchers/index.ts";
import type { SourceTree } from "../launchers/launcher.ts";
import { habitsToTry, type PortMethod, portsInSource, portWords } from "../model/port-method.ts";
import { isLaunchable, type Launchable, type PreparedProgram } from "../model/prepared-program.ts";
import type { FoundProgram } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import type { Lab, Program } from "../spec/lab.ts";
import { ambiguousText, foundTexts, missingTexts } from "../texts/find-program.ts";
import { portMethodTexts } from "../texts/port-method.ts";
import type { Calls } from "../worker/calls.ts";
import type { Discovered } from "../worker/protocol.ts";
import { buildFolder, buildProgram } from "./build-program.ts";
import { askedMethod } from "./role.ts";

/** The programs of a hand-in, found, built and ready, and what a report says of each. */
export interface PreparedHandIn {
  programs: PreparedProgram[];
  found: FoundProgram[];
  versions: Record<string, string>;
}

/** Something in the hand-in that only its author can settle. */
export type Unclear = { ambiguous: Text } | { problem: HandInProblem };

type Workplace = { scratch: string; calls: Calls };

/** Finds, builds and tries out the program of every role that the run needs. */
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
    // The program may lie in what could not be opened.
    const [closed] = handIn.unopened;
    if (search.outcome === "missing" && closed) return { problem: closed };
    prepared.push(await prepareProgram(role, spec, lab, handIn, search, place));
  }
  return {
    programs: [...prepared, ...references].map(({ program }) => program),
    found: prepared.map(({ found }) => found),
    versions: Object.assign({}, ...prepared.map(({ versions }) => versions)),
  };
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
  const common = {
    role,
    kind: spec.kind,
    transport: spec.transport === "udp" ? spec.transport : ("tcp" as const),
    asked,
  };
  if (search.outcome === "missing") {
    const note = (missingTexts[search.reason.code] as (facts: unknown) => Text)(search.reason);
    const program = {
      ...common,
      method: asked,
      sourcePort: null,
      launch: { kind: "no-program", reason: note.en },
    } as const;
    return {
      program,
      found: { role, file: null, language: null, port: null, byHand: null, build: null, note },
      versions: {},
    };
  }
  const launcher = launchers[search.launcher];
  const tree: SourceTree = { entry: search.file, files: handIn.files, read: handIn.read };
  const place_ = { files: handIn.root, build: buildFolder(place.scratch, role) };
  const { launch, versions } = await buildProgram(launcher, tree, place_, place.calls);
  const started = isLaunchable(launch) ? withArguments(launch, search) : launch;
  const first: PreparedProgram = { ...common, method: asked, sourcePort: null, launch: started };
  const program = await learnPort(first, search, launcher.sources?.(tree) ?? [search.file], handIn, lab, place.calls);
  const found = {
    role,
    file: search.file,
    language: launcher.title,
    port: isLaunchable(launch) && spec.kind !== "program" ? portText(program) : null,
    byHand: byHand([launcher.typed(tree), ...search.roleArguments].join(" "), program),
    build: "output" in launch ? launch.output : null,
    ...(search.note && { note: (foundTexts[search.note.code] as (facts: unknown) => Text)(search.note) }),
  };
  return { program, found, versions };
}

/** A lab's own correct program, which stands beside those of the hand-in as `reference-<role>`. */
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

/** The words that the lab's tests give a program first: without them it may say no more than how it is used. */
function firstWords(role: string, lab: Lab): string[] {
  const words = lab.tests.flatMap(({ steps }) =>
    steps.map(({ start }) => start as Partial<Words> | string | undefined),
  );
  const found = words.find((step): step is Words => typeof step === "object" && step.program === role && !!step.words);
  return found?.words ?? [];
}

interface Words {
  program: string;
  words: string[];
}

function searchedRole(name: string, program: Program) {
  const { kind, transport, files, run } = program;
  return { name, kind, protocol: transport ?? ("tcp" as const), files, allowRun: run ?? true };
}

function withArguments(
  launch: Launchable,
  search: { roleArguments: readonly string[]; runArguments: readonly string[] | null },
): Launchable {
  const words = search.runArguments ?? search.roleArguments;
  return { ...launch, command: { ...launch.command, argv: [...launch.command.argv, ...words] } };
}

/** A `run` line that names the port settles how the program takes it; otherwise launching it tells. */
async function learnPort(
  program: PreparedProgram,
  search: { runArguments: readonly string[] | null },
  sources: readonly string[],
  handIn: HandIn,
  lab: Lab,
  calls: Calls,
): Promise<PreparedProgram> {
  if (!isLaunchable(program.launch) || program.kind === "program") return program;
  if (search.runArguments?.some((word) => word.includes("{port}"))) {
    return { ...program, asked: { kind: "placeholder" }, method: { kind: "placeholder" } };
  }
  const source = sources.map((file) => handIn.read(file)).join("\n");
  const habits: PortMethod[] = habitsToTry(program.asked, source);
  const params = {
    program: { ...program, launch: program.launch },
    habits,
    portsInSource: portsInSource(source),
    ...(lab.limits && { limits: lab.limits }),
    ...(lab.world && { world: lab.world }),
    words: firstWords(program.role, lab),
  };
  // On a network that all share, a port written in two sources can be had by one of them at a time.
  const isShared = calls.isolation.tier === "ports";
  const learnt: Discovered = await (isShared ? calls.callAlone("discover", params) : calls.call("discover", params));
  return learnt === null ? program : { ...program, ...learnt };
}

function portText({ method, sourcePort }: PreparedProgram): Text {
  if (sourcePort !== null) return portMethodTexts.source({ port: sourcePort });
  return (portMethodTexts[method.kind] as (facts: unknown) => Text)(method);
}

/** A port that every user may use, as in the courses' own handouts. */
const usualPort = 5000;

function byHand(program: string, { method, sourcePort }: PreparedProgram): FoundProgram["byHand"] {
  const port = sourcePort ?? usualPort;
  const { argv, env } = portWords(method, port);
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const run = [...variables, program, ...(sourcePort === null ? argv : [])].join(" ");
  return { program, run, port };
}

/** The sentence for what only the hand-in's author can settle. */
export function unclearText(unclear: Unclear): Text {
  return "ambiguous" in unclear ? unclear.ambiguous : handInProblemText(unclear.problem);
}
