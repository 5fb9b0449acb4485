import * as z from "zod";
import { uncaughtErrorIn } from "../launchers/read-output.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import { refusalFailure } from "./expect-exit.ts";
import { defineStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "./step-context.ts";
import { printedAnswer, questionTo, receivedAnswer } from "./support/answer.ts";
import { launched, peerName, programName } from "./support/names.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const schema = z
  .strictObject({
    of: programName.optional().describe("The program that was asked"),
    at: peerName.optional().describe("The peer that waits for the answer, a line or a datagram"),
    "or-close": z.literal(true).optional().describe("A server may also close the connection without an answer"),
    within: duration.optional().describe("How long the program may idle before it answers. @default the test's limit"),
  })
  .refine(({ of, at }) => (of === undefined) !== (at === undefined), "give exactly one of of, at");

type Args = z.output<typeof schema>;

export const expectRefusal = defineStep({
  summary:
    "A program that was asked must report that it cannot answer: with a message and a status other than 0 or, as a server to a peer, with a line that begins with ERROR and gives a reason. A program that was asked at the keyboard need not end.",
  example: "- expect-refusal: { at: alice }",
  schema,
  async play(step, context) {
    return step.of === undefined
      ? receives(step.at ?? "", step, context)
      : says(launched(context, step.of), step, context);
  },
});

async function says(program: LaunchedProgram, step: Args, context: StepContext): Promise<StepFailure | null> {
  const who = program.role;
  const waited = await context.until(() => program.exit() ?? undefined, patience(step.within));
  if ("value" in waited) return refusalFailure(program, waited.value);
  if (program.promptBytes === null) return { code: "no-exit", who, gaveUp: waited.gaveUp };
  const answer = printedAnswer(program);
  const trace = uncaughtErrorIn(answer);
  if (trace) return { code: "traceback", who, facts: { line: trace } };
  // A last line without a newline is a prompt, not a message.
  const said = answer.split("\n").slice(0, -1).join("");
  return said.trim() === "" ? { code: "no-message", who, gaveUp: waited.gaveUp } : null;
}

async function receives(name: string, step: Args, context: StepContext): Promise<StepFailure | null> {
  const answer = await receivedAnswer(name, step.within, context);
  if (typeof answer !== "string") {
    const isClosed = answer.code === "closed-early" || answer.code === "reset-early";
    return step["or-close"] && isClosed ? null : answer;
  }
  if (/^\s*ERROR\b\W*\w/i.test(answer)) return null;
  return {
    code: "wrong-answer",
    who: name,
    expected: keepBytes(Buffer.from("ERROR …")),
    actual: keepBytes(Buffer.from(answer.trim())),
    facts: { question: questionTo(name, context), overNetwork: true },
  };
}
