import * as z from "zod";
import type { Exit } from "../arena/running-program.ts";
import { uncaughtErrorIn } from "../launchers/read-output.ts";
import { defineShortStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "./step-context.ts";
import { launched, programName } from "./support/names.ts";
import { printed } from "./support/printed.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const fields = z.strictObject({
  of: programName,
  status: z
    .union([z.literal("error"), z.int(), z.array(z.int()).min(1)])
    .optional()
    .describe("error: any status but 0; a number, or several, one of which it must be. @default any status"),
  message: z.boolean().optional().describe("It must print something. @default false"),
  traceback: z.boolean().optional().describe("false: a stack trace in its output fails the test. @default true"),
  children: z.boolean().optional().describe("false: it must not leave processes behind. @default true"),
  within: duration.optional().describe("How long it may idle before it ends. @default the test's limit"),
});

export const expectExit = defineShortStep({
  summary: "A program must end, with the given exit status; if SIGINT ends it, that is status 130.",
  example: "- expect-exit: { of: server, status: [0, 130], traceback: false, within: 2s }",
  short: "of",
  schema: fields,
  mayEnd: true,
  async play(step, context) {
    const program = launched(context, step.of);
    const waited = await context.until(() => program.exit() ?? undefined, patience(step.within));
    if ("gaveUp" in waited) {
      const shared = sharedPort(program, context);
      const facts = {
        ...(step.status === "error" && { wanted: step.status }),
        ...(shared !== undefined && { shares: shared }),
      };
      return { code: "no-exit", who: step.of, gaveUp: waited.gaveUp, facts };
    }
    const left = waited.value.leftBehind;
    if (step.children === false && left > 0) return { code: "children-left", who: step.of, facts: { count: left } };
    return exitFailure(program, step, waited.value);
  },
});

/** A port at which another program of the test listens as well: the kernel then distributes the clients among both. */
function sharedPort(program: LaunchedProgram, { launched: all }: StepContext): number | undefined {
  const ports = (each: LaunchedProgram) => each.serving().map(({ localPort }) => localPort);
  const others = [...all.values()].filter((each) => each !== program && each.exit() === null).flatMap(ports);
  return ports(program).find((port) => others.includes(port));
}

/** The worst fault in the way in which a program ended; null if there is none. */
function exitFailure(
  program: LaunchedProgram,
  wanted: {
    status?: "error" | number | number[] | undefined;
    message?: boolean | undefined;
    traceback?: boolean | undefined;
  },
  { status, limit }: Exit,
): StepFailure | null {
  const who = program.role;
  // A program that was stopped at a limit did not end by itself.
  if (limit !== null) return { code: "no-exit", who, facts: { limit } };
  const trace = wanted.traceback !== false ? null : uncaughtErrorIn(printed(program));
  if (trace) return { code: "traceback", who, facts: { status, line: trace } };
  if (!isWanted(status, wanted.status)) {
    return { code: "wrong-status", who, facts: { status, wanted: String(wanted.status) } };
  }
  const isSilent = printed(program).trim() === "";
  return wanted.message && isSilent ? { code: "no-message", who, facts: { status } } : null;
}

/** The same for a program that should have printed a message and ended with an error status. */
export function refusalFailure(program: LaunchedProgram, exit: Exit): StepFailure | null {
  return exitFailure(program, { status: "error", message: true, traceback: false }, exit);
}

function isWanted(status: number, wanted: "error" | number | number[] | undefined): boolean {
  if (wanted === undefined) return true;
  if (wanted === "error") return status !== 0;
  return [wanted].flat().includes(status);
}
