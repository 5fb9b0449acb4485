import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { OpenSession } from "../grade/opened-hand-in.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Language } from "../model/text.ts";
import { MachineProblem, UsageProblem } from "../model/usage-problem.ts";
import { packageRoot } from "../package-root.ts";
import { WorkerFailure } from "../worker/worker-process.ts";
import { whileProcessEnds } from "./end-with-process.ts";
import { ExpectationFailed } from "./expectation-failed.ts";
import { type PlayStep, peerHandle, programHandle } from "./handles.ts";
import { type Begun, mattersLater, misuseOf } from "./step-misuse.ts";

/** How a run was begun. */
interface RunChoices extends Begun {
  language: Language;
  /** Abandons the run when it is aborted. */
  signal?: AbortSignal | undefined;
}

/** One test of a suite; its methods need no `this`, so a test can destructure them. */
export type Run = ReturnType<typeof toRun>;

/** A session as a test suite sees it: problems are thrown, with a stack that begins in the suite. */
export function toRun(session: OpenSession, choices: RunChoices) {
  const played: Readonly<Record<string, unknown>>[] = [];
  let over: string | null = null;
  const play = async (step: Readonly<Record<string, unknown>>) => {
    if (over !== null) throw ended(over);
    const misuse = misuseOf(step, played, choices);
    if (misuse !== null) throw new UsageProblem(misuse);
    if (mattersLater(step)) played.push(step);
    const outcome = await session.play(step).catch(async (fault: unknown) => {
      await whileProcessEnds();
      if (over !== null) throw ended(over);
      over = "the grading worker was lost";
      throw fault instanceof WorkerFailure ? new MachineProblem(fault.message) : fault;
    });
    if (outcome.isMisuse) {
      if (mattersLater(step)) played.splice(played.indexOf(step), 1);
      throw new UsageProblem(outcome.error ?? "");
    }
    if (outcome.status === "passed") return outcome.values;
    over ??= `\`${Object.keys(step)[0]}\` has failed`;
    throw problemOf(outcome, choices.language);
  };
  const step: PlayStep = (written) => {
    const stack = suitesStack();
    return play(written).catch((fault: Error) => {
      fault.stack = `${fault.name}: ${fault.message}\n${stack}`;
      throw fault;
    });
  };
  const end = async () => {
    over ??= "it was ended";
    await session.end();
  };
  choices.signal?.addEventListener("abort", () => {
    over ??= "its test is over";
    session.abandon().catch(() => {});
  });
  const nameIn = (args: string | { as?: string; program?: string }) =>
    typeof args === "string" ? args : (args.as ?? args.program ?? "");
  const peer = (word: string) => async (args: string | { as: string }) => {
    await step({ [word]: args });
    return peerHandle(nameIn(args), step);
  };
  return {
    step,
    async launch(args: string | { program: string; as?: string }) {
      await step({ start: args });
      return programHandle(nameIn(args), step);
    },
    connect: peer("connect"),
    listen: peer("listen"),
    end,
    [Symbol.asyncDispose]: end,
  };
}

function ended(why: string): UsageProblem {
  return new UsageProblem(`nothing more can be played here: ${why}`);
}

/** The error to throw for a step that did not pass. */
export function problemOf(outcome: Outcome, language: Language): Error {
  if (outcome.failure) return new ExpectationFailed(outcome.failure, outcome, language);
  return new MachineProblem(outcome.unplayable?.[language] ?? outcome.error ?? "the step could not be played");
}

/** The stack of the suite without wirecheck's own frames: test runners show the line on top. */
function suitesStack(): string {
  const at = { stack: "" };
  Error.captureStackTrace(at);
  const folders = ["dist", "runner/api"].map((folder) => join(packageRoot(), folder, "/"));
  const own = folders.flatMap((folder) => [folder, pathToFileURL(folder).href]);
  const frames = at.stack.split("\n").slice(1);
  return frames.filter((frame) => !own.some((folder) => frame.includes(folder))).join("\n");
}
