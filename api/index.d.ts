import type { LabFile, WrittenStep } from "./lab.js";
import type { Result } from "./result.js";

export type { LabFile, WrittenStep } from "./lab.js";
export type { Result } from "./result.js";

/** One test of a result. */
export type TestResult = Result["tests"][number];

/** A text for all languages, or one for each. */
export type Text = string | { en: string; id: string };

/** How a hand-in is graded. */
export interface GradeOptions {
  /** Language of the messages. @default "en" */
  language?: "en" | "id";
  /** Seed of all random payloads, from 0 to 2³² − 1; the same seed plays the same test. @default drawn anew */
  seed?: number;
  /** Isolation of the programs. @default "best": the best that the machine has */
  tier?: "full" | "ports" | "local" | "best";
  /** Ids of the tests to play; their gates are played with them. @default all */
  only?: readonly string[];
  /** The program whose tests alone are played. @default all */
  program?: string;
  /** Ends the run at once when it is aborted; the promise is then rejected. */
  signal?: AbortSignal;
}

/**
 * Grades one hand-in: unpacks, finds, builds and launches its programs, plays the lab's tests with them, and says what was seen.
 *
 * @param lab id of a lab that comes with wirecheck, or path of a lab.yaml, of a lab.ts or lab.mjs, or of the folder with it
 * @param handIn a file, a folder or an archive
 * @throws UsageProblem when the lab has a mistake, or the hand-in cannot be graded as it is
 * @throws MachineProblem when the machine cannot do what was asked for
 */
export function gradeHandIn(lab: string, handIn: string, options?: GradeOptions): Promise<Result>;

/** What was asked for cannot be done as asked; the message says why, and what to do. */
export class UsageProblem extends Error {}

/** The machine cannot do what was asked for. */
export class MachineProblem extends Error {}

/** What a function among the steps of a lab can do. A step that fails ends the function, and its test. */
export interface Play {
  /** Plays steps of the lab language, one after another. */
  steps(...steps: WrittenStep[]): Promise<void>;
  /** A peer sends bytes; over UDP as one datagram. */
  send(peer: string, bytes: Uint8Array | string): Promise<void>;
  /**
   * Takes what has come to a peer, and waits for as long as something can still come: so many bytes, or all that are there; over
   * UDP one datagram.
   *
   * @param options `within`: how long the program may idle, such as "2s". @default the test's limit
   */
  receive(peer: string, options?: { bytes?: number; within?: string }): Promise<Buffer>;
  /** What `{name}` stands for in later steps. */
  readonly values: Map<string, string>;
  /** Random bytes, the same ones again under the same seed and label. */
  random(bytes: number, label?: string): Buffer;
  /** Fails the test with a sentence for the student. */
  fail(says: Text): never;
}

/** A step for what the lab language does not say. What it brings into the test it uses itself. */
export type StepFunction = (play: Play) => Promise<void> | void;

/** A lab as a lab.yaml has it, with functions among its steps. */
export type LabDefinition = Omit<LabFile, "tests"> & {
  tests?: (Omit<NonNullable<LabFile["tests"]>[number], "steps"> & {
    steps: (WrittenStep | StepFunction)[];
  })[];
};

/** Gives the lab that a module exports as its default its types: `export default defineLab({ … })`. */
export function defineLab<const T extends LabDefinition>(lab: T): T;
