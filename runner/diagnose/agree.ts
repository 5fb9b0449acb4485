import type { Failure } from "../model/failure.ts";
import { keptStart } from "../model/kept-bytes.ts";
import type { Diagnosis, TestResult } from "../model/result.ts";
import type { KeptBytes } from "../model/seen.ts";

/**
 * Makes the causes of all tests of a hand-in consistent: a cause that blames one kind of client is replaced if the same
 * line fails in other tests, too, and a cause that one test alone does not prove is removed.
 */
export function agree(tests: readonly TestResult[]): TestResult[] {
  return tests.map((test) => {
    const { diagnosis } = test;
    const greeting = diagnosis?.code === "hard-coded-reply" ? greetingIn(test, tests) : undefined;
    if (greeting) return { ...withoutCause(test), diagnosis: greeting };
    if (diagnosis?.code === "hard-coded-reply" && !isConfirmed(test, tests)) return withoutCause(test);
    const whatever = diagnosis?.code === "reads-once" ? sameErrorElsewhere(test, diagnosis, tests) : undefined;
    if (whatever) return { ...test, diagnosis: whatever };
    const wrong = diagnosis && blamesClients.has(diagnosis.code) ? wrongLine(test, diagnosis, tests) : undefined;
    return diagnosis && wrong ? { ...test, diagnosis: { ...wrong, saw: diagnosis.saw } } : test;
  });
}

/** Causes that blame one kind of client, or one kind of bytes. */
const blamesClients = new Set(["dies-on-empty", "dies-on-reset", "decodes-bytes"]);

/**
 * The cause of other tests of the program that crashed at the same line, with the same kind of error, or independently
 * of what was sent.
 */
function wrongLine({ id, program }: TestResult, diagnosis: Diagnosis, tests: readonly TestResult[]) {
  const others = tests.filter((test) => test.id !== id && test.program === program && isSameLine(test, diagnosis));
  const crash = others.map((test) => test.diagnosis).find((other) => other?.code === "crashed");
  if (!crash) return undefined;
  // One line may fail in two ways: a file that is not there, and one that is not text.
  const isAlike = diagnosis.error === undefined ? crash.name !== undefined : kindOf(crash) === kindOf(diagnosis);
  return isAlike ? crash : undefined;
}

/** The crash of several other tests with the very same error: then no piece of a message is to blame for it in this one. */
function sameErrorElsewhere({ id, program }: TestResult, { error }: Diagnosis, tests: readonly TestResult[]) {
  const others = tests.filter(
    (other) => other.id !== id && other.program === program && other.diagnosis?.code === "crashed",
  );
  const alike = others.filter(({ diagnosis }) => error !== undefined && diagnosis?.error === error);
  return alike.length > 1 ? alike[0]?.diagnosis : undefined;
}

function isSameLine(test: TestResult, { lines }: Diagnosis): boolean {
  const [own, other] = [lines?.[0], test.diagnosis?.lines?.[0]];
  return own !== undefined && own.file === other?.file && own.line === other.line;
}

function kindOf({ error }: Diagnosis): string | undefined {
  return error?.split(":", 1)[0];
}

/** The cause of a test in which the same words came before any request: they are not a reply. */
function greetingIn({ program, failure }: TestResult, tests: readonly TestResult[]): Diagnosis | undefined {
  const unasked = tests.find(
    (test) =>
      test.program === program && test.diagnosis?.code === "extra-bytes" && same(test.failure?.actual, failure?.actual),
  );
  return unasked?.diagnosis ?? undefined;
}

function withoutCause(test: TestResult): TestResult {
  if (test.failure === null) return { ...test, diagnosis: null };
  const { location: _, ...failure } = test.failure;
  return { ...test, diagnosis: null, failure };
}

/**
 * Whether a fixed reply is confirmed, because it accuses the student: the same reply must have come to another
 * question, or instead of another answer, or be an address or name that cannot be a coincidence.
 */
function isConfirmed({ id, program, failure }: TestResult, tests: readonly TestResult[]): boolean {
  if (isTelling(failure?.actual)) return true;
  return tests.some(
    (other) =>
      other.id !== id &&
      other.program === program &&
      other.diagnosis?.code === "hard-coded-reply" &&
      same(other.failure?.actual, failure?.actual) &&
      !(same(other.failure?.expected, failure?.expected) && questionOf(other.failure) === questionOf(failure)),
  );
}

function questionOf(failure: Failure | null): string | undefined {
  return failure?.code === "wrong-answer" ? failure.facts?.question : undefined;
}

/** An address, or a word with a dot or a hyphen, with at most a label before it. */
function isTelling(actual: KeptBytes | undefined): boolean {
  const reply = keptStart(actual).toString().trim();
  return /^(?:[^:]{1,30}: *)?[\w-]*\w[.-]\w[\w.-]*$/.test(reply) && !refusal.test(reply);
}

const refusal = /\b(?:no|not|un\w+|err\w*|tidak|gagal)\b/i;

function same(one: KeptBytes | undefined, other: KeptBytes | undefined): boolean {
  return one?.length === other?.length && one?.head === other?.head && one?.tail === other?.tail;
}
