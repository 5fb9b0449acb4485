import * as z from "zod";
import { uncaughtErrorIn } from "../launchers/read-output.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { defineShortStep, defineStep } from "./step.ts";
import type { LaunchedProgram, StepContext } from "./step-context.ts";
import { atRest } from "./support/at-rest.ts";
import { holdsInPieces, holdsScattered } from "./support/holds.ts";
import { launched, peerName, programName, streamOrDatagramPeer } from "./support/names.ts";
import { compile, type Found, ignoreCase, keepGroups, pattern } from "./support/pattern.ts";
import { checkPayload, payloadBytes, payloadFields } from "./support/payload.ts";
import { printedBytes } from "./support/printed.ts";
import { duration } from "./support/units.ts";
import { Unplayable } from "./support/unplayable.ts";
import { patience } from "./wait.ts";

const schema = z
  .strictObject({
    of: programName,
    ...payloadFields,
    "sent-by": peerName
      .optional()
      .describe(
        "The bytes that this peer sent last, whole or in the pieces in which it sent them, in order; over TCP also in pieces of 16 bytes and more, as recv() may have returned them",
      ),
    buffered: z
      .literal(true)
      .optional()
      .describe(
        "The output may still be in the program's buffers: a program that has not printed it is first ended as by Ctrl-C",
      ),
    traceback: z.boolean().optional().describe("false: a stack trace in the output fails the test. @default true"),
    matches: pattern.optional().describe("A regular expression that the output matches somewhere"),
    "ignore-case": ignoreCase,
    scattered: z
      .literal(true)
      .optional()
      .describe("Other words may be between any parts of it: a program may label each piece that recv() returned"),
    within: duration.optional().describe("How long it may idle before it prints. @default the test's limit"),
  })
  .superRefine(checkPayload("sent-by", "matches"));

export const expectOutput = defineStep({
  summary:
    "A program must print these bytes somewhere in its output, on either stream; output before a `forget-output` does not count.",
  example: '- expect-output: { of: client, text: "Halo" }',
  schema,
  async play(step, context) {
    const program = launched(context, step.of);
    const wanted = wantedOutput(step, context);
    const printed = () =>
      wanted.isIn(unused(program), program.exit() !== null) ? "printed" : program.exit() ? "ended" : undefined;
    let waited = await context.until(printed, patience(step.within));
    if ("gaveUp" in waited && step.buffered) {
      program.program.signal("SIGINT");
      context.transcript.record(step.of, "signal", { detail: "SIGINT" });
      waited = await context.until(printed, patience(step.within));
    }
    const trace = step.traceback === false ? uncaughtErrorIn(unused(program).toString()) : null;
    if (trace) return { code: "traceback", who: step.of, facts: { line: trace } };
    if ("value" in waited && waited.value === "printed") return null;
    if ("gaveUp" in waited && program.holdsOutput) throw new Unplayable({ code: "held-output" });
    return {
      code: "no-output",
      who: step.of,
      ...(wanted.shown && { expected: keepBytes(wanted.shown), actual: keepBytes(unused(program)) }),
      ...(step.matches === anyWord && { facts: { words: "any" } }),
      ...(step.matches !== undefined &&
        step.matches !== anyWord && { facts: { pattern: step.matches }, actual: keepBytes(unused(program)) }),
      ...("gaveUp" in waited && { gaveUp: waited.gaveUp }),
    };
  },
});

/** The pattern that every word matches. */
const anyWord = "\\S";

/** What must be printed: the bytes that a report shows (null if others are right as well), and whether an output contains it. */
interface Wanted {
  shown: Buffer | null;
  isIn(output: Buffer, isWhole: boolean): boolean;
}

function wantedOutput(step: z.output<typeof schema>, context: StepContext): Wanted {
  if (step.matches !== undefined) {
    const looked = compile(step.matches, { ignoreCase: step["ignore-case"] });
    return { shown: null, isIn: (output) => take(looked.find(output), context) };
  }
  if (step.line !== undefined) {
    const shown = payloadBytes(step, context, step.of);
    return { shown, isIn: (output, isWhole) => holdsLine(output, shown.subarray(0, -1), isWhole) };
  }
  const peer = step["sent-by"] === undefined ? null : streamOrDatagramPeer(context, step["sent-by"]);
  const bytes = peer === null ? payloadBytes(step, context, step.of) : Buffer.concat(peer.lastWrites);
  const shown = Buffer.from(textOf(bytes));
  const mayBeScattered = step.scattered ?? peer instanceof TcpPeer;
  return { shown, isIn };

  function isIn(output: Buffer): boolean {
    if (mayBeScattered && holdsScattered(output, shown)) return true;
    return !step.scattered && holdsInPieces(output, shown, peer?.lastWrites.length ?? 1);
  }
}

/** Whether the pattern was found; its named groups become values of the test. */
function take(found: Found | null, context: StepContext): boolean {
  keepGroups(found, context);
  return found !== null;
}

/** Whether a line ends with this text; the last line of a program that has ended needs no newline. */
function holdsLine(output: Buffer, text: Buffer, isWhole: boolean): boolean {
  for (let at = output.indexOf(text); at >= 0; at = output.indexOf(text, at + 1)) {
    const rest = output.subarray(at + text.length);
    if (/^\r?\n/.test(rest.toString("latin1", 0, 2)) || (isWhole && rest.length === 0)) return true;
  }
  return false;
}

/** The printed form of a message, without the final newline. Many C programs send a whole buffer, of which they print up to the first NUL. */
function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  const text = end > 0 ? bytes.subarray(0, end) : bytes;
  return text.toString().replace(/\r?\n$/, "");
}

/** A program that only computes never rests: after this much CPU time its output is assumed to be complete. */
const processorMs = 100;

export const forgetOutput = defineShortStep({
  summary: "The output of a program so far no longer counts for `expect-output`; waits until the program rests.",
  example: "- forget-output: client",
  short: "of",
  schema: z.strictObject({
    of: programName,
    "at-once": z
      .literal(true)
      .optional()
      .describe("Does not wait until the program rests: its output from now on counts"),
  }),
  async play({ of, "at-once": atOnce }, context) {
    const program = launched(context, of);
    if (!atOnce) await atRest(program, context, { processorMs });
    program.used = printedBytes(program);
    return null;
  },
});

function unused(program: LaunchedProgram): Buffer {
  const [stdout, stderr] = [Buffer.concat(program.output.stdout), Buffer.concat(program.output.stderr)];
  const parts = [stdout.subarray(program.used.stdout), stderr.subarray(program.used.stderr)];
  const between = parts.every((part) => part.length > 0) ? "\n" : "";
  return Buffer.concat([parts[0] as Buffer, Buffer.from(between), parts[1] as Buffer]);
}
