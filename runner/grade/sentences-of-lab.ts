import type { Lab } from "../spec/lab.ts";

/** The sentences that a lab expects of a program on the wire, word for word. */
export function sentencesOf({ tests, programs }: Lab, role: string): string[] {
  const first = Object.keys(programs)[0];
  const own = tests.filter(({ program = first }) => program === role);
  const expected: string[] = [];
  JSON.stringify(own, (key, value) => {
    if (key === "expect") expected.push(...[sentenceIn(value)].filter((sentence) => sentence !== null));
    return value;
  });
  return [...new Set(expected)].filter((sentence) => sentence.length >= shortestSentence);
}

/** Shorter ones may be said by chance. */
const shortestSentence = 8;

/** Its text, or that of a pattern that allows nothing else but the end of a line. */
function sentenceIn(step: { text?: unknown; matches?: unknown } | undefined): string | null {
  if (typeof step?.text === "string") return step.text.trim();
  return typeof step?.matches === "string" ? (/^\^([\w ,!]+)\\r\?\\n\?\$$/.exec(step.matches)?.[1] ?? null) : null;
}
