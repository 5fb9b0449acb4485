import type { ConversationKind } from "../model/conversation-kind.ts";
import type { Test } from "../spec/lab.ts";

/**
 * The kind of a test's conversation: as the test or the program declares it, else by its steps. A test that expects bytes that it has
 * sent is of an echo; one in which the server sends first is of a greeting; any other is of a reply. Null if nothing is sent.
 */
export function conversationKind(test: Test, ofProgram: ConversationKind | undefined): ConversationKind | null {
  return test.conversation ?? ofProgram ?? kindOfSteps(test.steps);
}

function kindOfSteps(steps: readonly unknown[]): ConversationKind | null {
  const words = wordsIn(steps);
  if (words.some(comesBack)) return "echo";
  const first = words.find(([word]) => word === "send" || word.startsWith("expect-answer") || word === "expect");
  if (first === undefined) return null;
  const isServed = words.some(([word]) => word === "connect");
  return isServed && first[0] === "expect" ? "greeting" : "reply";
}

function comesBack([word, args]: [string, unknown]): boolean {
  return (
    word === "expect-replies" || (word === "expect" && has(args, "sent")) || (word === "send" && has(args, "received"))
  );
}

/** All steps and the steps within them, in the order in which they are written. */
function wordsIn(steps: readonly unknown[]): [string, unknown][] {
  return steps.flatMap((step) => {
    if (Array.isArray(step)) return wordsIn(step);
    if (typeof step !== "object" || step === null) return [];
    return Object.entries(step).flatMap(([word, args]): [string, unknown][] => [
      [word, args],
      ...wordsIn(innerOf(args)),
    ]);
  });
}

function innerOf(args: unknown): readonly unknown[] {
  if (Array.isArray(args)) return args;
  return typeof args === "object" && args !== null
    ? Object.values(args).filter((value) => typeof value === "object")
    : [];
}

function has(args: unknown, key: string): boolean {
  return typeof args === "object" && args !== null && key in args;
}
