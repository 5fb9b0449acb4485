import { randomInt } from "node:crypto";
import { chooseTier, type TierChoice } from "../cli/choose-tier.ts";
import { gradingOptions } from "../cli/grading-options.ts";
import { checkNames } from "../cli/read-lab.ts";
import { OpenedHandIn } from "../grade/opened-hand-in.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import type { Lab } from "../spec/lab.ts";
import { endWithProcess, whileProcessEnds } from "./end-with-process.ts";
import { readOwnLab } from "./read-own-lab.ts";
import { problemOf, type Run, toRun } from "./run.ts";

/** How a hand-in is opened; documented for callers in api/index.d.ts. */
export interface OpenOptions {
  language?: Language;
  seed?: number;
  tier?: TierChoice;
  programs?: readonly string[];
}

/** How a run is begun. */
export interface BeginOptions {
  program?: string;
  traceCalls?: boolean;
  keepFiles?: readonly string[];
  signal?: AbortSignal | undefined;
}

/** Opens a hand-in for the caller's own tests, which play steps with its programs. */
export async function openHandIn(name: string, path: string, options: OpenOptions = {}) {
  const { lab, forget } = await readOwnLab(name);
  let end = forget;
  const begins = (endOpened: OpenedHandIn["end"]) => {
    const endAll = (graceMs?: number) => endOpened(graceMs).then(forget);
    const ended = endWithProcess(endAll);
    end = () => endAll().finally(ended);
  };
  try {
    const { language = "en", seed = randomInt(2 ** 32 - 1), tier = "best" } = options;
    const { programs = Object.keys(lab.programs) } = options;
    checkPrograms(programs, lab);
    const terms = gradingOptions({ lang: language, seed }, await chooseTier(tier));
    const opened = await OpenedHandIn.open(lab, path, { ...terms, roles: programs, begins });
    if (!(opened instanceof OpenedHandIn)) throw new UsageProblem(unclearText(opened)[language]);
    return toHandIn(opened, end, { lab, programs, language });
  } catch (fault) {
    await whileProcessEnds();
    await end();
    throw fault;
  }
}

function checkPrograms(programs: readonly string[], lab: Lab): void {
  const own = [...Object.keys(lab.helpers ?? {}), ...Object.keys(lab.programs).map((role) => `reference-${role}`)];
  for (const program of programs) if (!own.includes(program)) checkNames(lab, { program });
}

function toHandIn(
  opened: OpenedHandIn,
  end: () => Promise<void>,
  { lab, programs, language }: { lab: Lab; programs: readonly string[]; language: Language },
) {
  const begin = async (choices: BeginOptions = {}): Promise<Run> => {
    const { program: role = programs[0] ?? "", traceCalls = false, keepFiles = [], signal } = choices;
    signal?.throwIfAborted();
    if (!programs.includes(role)) throw new UsageProblem(`the hand-in was opened without the program ${role}`);
    const chosen = { role, tracesCalls: traceCalls, keptFiles: [...keepFiles] };
    const session = await opened.begin(chosen);
    const run = toRun(session, { ...chosen, lab, language, signal });
    if (signal?.aborted || session.begun.status !== "passed") await run.end();
    signal?.throwIfAborted();
    if (session.begun.status !== "passed") throw problemOf(session.begun, language);
    return run;
  };

  return {
    programs: opened.found,
    begin,
    /** Wraps `play` into a test function whose run always ends with it; test runners pass the signal that ends the test. */
    test: (play: (run: Run) => Promise<void> | void, choices: BeginOptions = {}) =>
      async function played(context?: { signal?: AbortSignal }): Promise<void> {
        const run = await begin({ ...choices, signal: choices.signal ?? context?.signal });
        try {
          await play(run);
        } finally {
          await run.end();
        }
      },
    end,
    [Symbol.asyncDispose]: end,
  };
}
