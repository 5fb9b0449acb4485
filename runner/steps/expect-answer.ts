import * as z from "zod";
import type { Facts } from "../model/failure.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import { defineStep } from "./step.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import { printedAnswer, questionTo, receivedAnswer } from "./support/answer.ts";
import { blameTheResolver } from "./support/foreign-address.ts";
import { launched, peerName, programName } from "./support/names.ts";
import { printed } from "./support/printed.ts";
import { duration } from "./support/units.ts";
import { holdsWord } from "./support/whole-word.ts";
import { patience } from "./wait.ts";

const schema = z
  .strictObject({
    of: programName.optional().describe("The program that was asked"),
    at: peerName.optional().describe("The peer that waits for the answer, a line or a datagram"),
    is: z.string().describe("A word that the answer must contain; several right ones are separated by |"),
    not: z.string().optional().describe("A word that it must not contain"),
    within: duration.optional().describe("How long the program may idle before it answers. @default the test's limit"),
  })
  .refine(({ of, at }) => (of === undefined) !== (at === undefined), "give exactly one of of, at");

export const expectAnswer = defineStep({
  summary:
    "A program that was asked must print a value, or a server must send it to a peer: as a separate word, with any label.",
  example: "- expect-answer: { of: info, is: 127.0.0.1 }",
  schema,
  onlyTalks: true,
  async play(step, context) {
    return step.of === undefined ? receives(step.at ?? "", step, context) : prints(step.of, step, context);
  },
});

type Wanted = Pick<z.output<typeof schema>, "is" | "not" | "within">;

async function prints(role: string, wanted: Wanted, context: StepContext): Promise<StepFailure | null> {
  const program = launched(context, role);
  const isRight = () => isAnswer(printedAnswer(program), wanted);
  const waited = await context.until(() => (isRight() || program.exit() ? true : undefined), patience(wanted.within));
  if (isRight()) return null;
  blameTheResolver(printed(program), context);
  const gaveUp = "gaveUp" in waited && { gaveUp: waited.gaveUp };
  return {
    ...wrongAnswer(role, { question: questionTo(program, context) }, wanted, printedAnswer(program)),
    ...gaveUp,
  };
}

async function receives(name: string, wanted: Wanted, context: StepContext): Promise<StepFailure | null> {
  const answer = await receivedAnswer(name, wanted.within, context);
  if (typeof answer !== "string") return answer;
  if (isAnswer(answer, wanted) && !/^\s*ERROR\b/i.test(answer)) return null;
  blameTheResolver(answer, context);
  return wrongAnswer(name, { question: questionTo(name, context), overNetwork: true }, wanted, answer);
}

function isAnswer(text: string, { is, not }: Wanted): boolean {
  return holdsWord(text, is) && (not === undefined || !holdsWord(text, not));
}

function wrongAnswer(who: string, asked: Facts<"wrong-answer">, { is, not }: Wanted, answer: string): StepFailure {
  return {
    code: "wrong-answer",
    who,
    expected: keepBytes(Buffer.from(is.replaceAll("|", ", "))),
    actual: keepBytes(Buffer.from(answer.trim())),
    facts: { ...asked, ...(not !== undefined && holdsWord(answer, not) && { unwanted: not }) },
  };
}
