import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TestResult } from "../model/result.ts";
import type { TranscriptEvent } from "../model/seen.ts";
import type { Text } from "../model/text.ts";
import { packageRoot } from "../package-root.ts";
import type { Lab, Program } from "../spec/lab.ts";
import { loadLab } from "../spec/load-lab.ts";
import { gradeTexts } from "../texts/grade.ts";

/**
 * The note on each program that lost most of its points and does what another of wirecheck's labs asks for, by role:
 * the student may have handed in the wrong program.
 */
export async function recogniseLabs(lab: Lab, tests: readonly TestResult[]): Promise<Map<string, Text>> {
  const failing = Object.keys(lab.programs).filter((role) =>
    isMostlyLost(tests.filter((test) => test.program === role)),
  );
  if (failing.length === 0) return new Map();
  const others = (await ownLabs()).filter(({ id }) => id !== lab.id);
  return new Map(
    failing.flatMap((role): [string, Text][] => {
      const said = firstWords(tests.filter((test) => test.program === role));
      // Labs may share a sentence: tcp-ack and concurrent do.
      const found = others.filter((other) => isProgramOf(other, role, lab, said)).map(({ id }) => id);
      return found.length > 0 ? [[role, gradeTexts.otherLab(role, found)]] : [];
    }),
  );
}

function isMostlyLost(tests: readonly TestResult[]): boolean {
  const sum = (value: (test: TestResult) => number) => tests.reduce((total, test) => total + value(test), 0);
  const isLost = sum(({ points }) => points) * 2 < sum(({ maxPoints }) => maxPoints);
  return isLost && tests.some(({ status }) => status === "failed");
}

/** What a program said first in each test. */
function firstWords(tests: readonly TestResult[]): string[] {
  return tests.flatMap(({ transcript }) => {
    const event = transcript.find(({ kind, bytes }) => kind === "received" && bytes !== undefined);
    return event ? [textOf(event)] : [];
  });
}

function textOf({ bytes }: TranscriptEvent): string {
  return Buffer.from(bytes?.head ?? "", "base64")
    .toString()
    .trim();
}

/** A single test may happen to make a program say another lab's sentence. */
const leastSeen = 2;

function isProgramOf(other: Lab, role: string, lab: Lab, said: readonly string[]): boolean {
  const [its, own] = [other.programs[role], lab.programs[role]];
  if (its === undefined || own === undefined || transportOf(its) !== transportOf(own)) return false;
  const known = sentencesOf(lab, role);
  const sentences = sentencesOf(other, role).filter((sentence) => !known.includes(sentence));
  return said.filter((words) => sentences.includes(words)).length >= leastSeen;
}

function transportOf({ transport }: Program): string {
  return transport ?? "tcp";
}

/** The sentences that a lab expects of a program, word for word. */
function sentencesOf({ tests, programs }: Lab, role: string): string[] {
  const first = Object.keys(programs)[0];
  const own = tests.filter(({ program = first }) => program === role);
  const expected: string[] = [];
  JSON.stringify(own, (key, value) => {
    if (key === "expect" && typeof value?.text === "string") expected.push(value.text.trim());
    return value;
  });
  return expected.filter((sentence) => sentence.length >= shortestSentence);
}

const shortestSentence = 8;

async function ownLabs(): Promise<Lab[]> {
  const folder = join(packageRoot(), "specs");
  const ids = await readdir(folder).catch(() => []);
  const read = await Promise.all(ids.map((id) => loadLab(join(folder, id, "lab.yaml"))));
  return read.flatMap((lab) => ("value" in lab ? [lab.value] : []));
}
