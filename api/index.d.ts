import type { LabFile, WrittenStep } from "./lab.js";
import type { Result } from "./result.js";

export type { LabFile, WrittenStep } from "./lab.js";
export type { Result } from "./result.js";

/** One test of a result. */
export type TestResult = Result["tests"][number];

/** One text for all languages, or one for each. */
export type Text = string | { en: string; id: string };

/** How a hand-in is graded. */
export interface GradeOptions {
  /** Language of the messages. @default "en" */
  language?: "en" | "id";
  /** Seed of all random payloads, from 0 to 2³² − 1; the same seed plays the same test. @default a random one */
  seed?: number;
  /** Isolation of the programs. @default "best": the best that the machine has */
  tier?: "full" | "ports" | "local" | "best";
  /** Ids of the tests to play; their gates are played with them. @default all */
  only?: readonly string[];
  /** Plays only the tests of this program. @default all */
  program?: string;
  /** Ends the run at once when it is aborted; the promise is then rejected. */
  signal?: AbortSignal;
}

/**
 * Grades one hand-in: unpacks, finds, builds and launches its programs, plays the lab's tests with them, and returns
 * what was seen.
 *
 * @param lab id of a lab that comes with wirecheck, or path of a lab.yaml, of a lab.ts or lab.mjs, or of the folder
 * with it
 * @param handIn a file, a folder or an archive
 * @throws UsageProblem when the lab has a mistake, or the hand-in cannot be graded as it is
 * @throws MachineProblem when the machine cannot do what was asked for
 */
export function gradeHandIn(lab: string, handIn: string, options?: GradeOptions): Promise<Result>;

/** The request cannot be carried out as it is; the message says why, and what to do. */
export class UsageProblem extends Error {}

/** The machine cannot carry out the request. */
export class MachineProblem extends Error {}

/** A program did not do what a step of a run expects of it; the message is what a student reads. */
export class ExpectationFailed extends Error {
  /** What went wrong, as a result holds it. */
  readonly failure: NonNullable<TestResult["failure"]>;
  /** The misconception that the evidence proves, if there is one. */
  readonly diagnosis: TestResult["diagnosis"];
  /** What was seen from the beginning of the run. */
  readonly transcript: TestResult["transcript"];
  /** What the program under test printed. */
  readonly output: TestResult["output"];
}

/** How a hand-in is opened for your own tests. */
export interface OpenOptions extends Pick<GradeOptions, "language" | "seed" | "tier"> {
  /**
   * The programs that tests launch, the one under test first; the lab's own are called `reference-<name>`, helpers by
   * their names. @default those that are handed in
   */
  programs?: readonly string[];
}

/** How a run is begun. */
export interface BeginOptions {
  /** The program under test, which a step means if it names none. @default the first opened program */
  program?: string;
  /** Whether system calls of programs are traced, as `expect-calls` needs. @default false */
  traceCalls?: boolean;
  /** Files of programs that are kept for `expect-file`, also when the program has ended. @default none */
  keepFiles?: readonly string[];
  /** Ends the run when it is aborted. @default the signal that vitest and node:test pass to a test */
  signal?: AbortSignal;
}

/** A hand-in whose programs are found, built and ready. One run at a time: the next begins when the one before has ended. */
export interface OpenHandIn {
  /** How each program was found. */
  readonly programs: Result["programs"];
  /** Begins a run in a network of its own; nothing is launched yet. End it, or write `await using`. */
  begin(options?: BeginOptions): Promise<Run>;
  /** Makes a function for a test of vitest, node:test or another runner; its run always ends with the test. */
  test(
    play: (run: Run) => Promise<void> | void,
    options?: BeginOptions,
  ): (context?: { signal?: AbortSignal }) => Promise<void>;
  /** Ends everything that was started and removes its files. */
  end(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens a hand-in for your own tests, which play steps with its programs: the same steps, the same waiting and the same
 * explanations as in the tests of a lab. The lab's points and tests are not used.
 *
 * @param lab id or path of a lab, which says how the programs are found and get their port
 * @param handIn a file, a folder or an archive
 * @throws UsageProblem when the lab has a mistake, or the hand-in cannot be opened as it is
 * @throws MachineProblem when the machine cannot do what was asked for
 */
export function openHandIn(lab: string, handIn: string, options?: OpenOptions): Promise<OpenHandIn>;

/** What named groups of patterns have matched so far, by name. */
export type Values = Readonly<Record<string, string>>;

/**
 * One test of a suite. Each method plays one step of the lab language. Steps called at the same time are played one
 * after another; `step({ together: … })` plays steps at once. After the first failure no step is played.
 *
 * @throws ExpectationFailed when the program does not do what the step expects
 * @throws UsageProblem when the step is wrong; it is not played, and the run continues
 * @throws MachineProblem when the machine, or the lab's own program, keeps the step from being played
 */
export interface Run {
  /** Plays any step, written as in a lab, optionally with `says`. */
  step(step: WrittenStep): Promise<Values>;
  /** Launches a program, and waits until it listens if it is a server. */
  launch(program: Arguments<"start">): Promise<Program>;
  /** A client of the grader connects to the server under test, or opens a socket whose datagrams go there. */
  connect(as: Arguments<"connect">): Promise<Peer>;
  /** The grader listens where a client under test will connect; over UDP the result can already send and receive. */
  listen(as: Arguments<"listen">): Promise<Peer>;
  /** Ends the programs and peers of the run. */
  end(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A peer that the grader plays, or a listener until it has accepted. A string is read as in a lab: `{name}` in it is
 * replaced by a value.
 */
export interface Peer {
  readonly name: string;
  /** Sends a string, bytes, or what the fields of a `send` step say. */
  send(what: Payload<"send", "from">): Promise<Values>;
  /** The program must send this next. */
  expect(what: Payload<"expect", "at">): Promise<Values>;
  /** The next line must be this one. */
  expectLine(what: string | Fields<"expect-line", "at">): Promise<Values>;
  /** The next frame, after its length, must be this one. */
  expectFrame(what: Fields<"expect-frame", "at">): Promise<Values>;
  /** The next value in JSON must have these members. */
  expectJson(has: Fields<"expect-json", "at">["has"]): Promise<Values>;
  /** The program must close the connection. */
  expectClose(how?: Fields<"expect-close", "at">): Promise<Values>;
  /** The program must send nothing. */
  expectSilence(how?: Fields<"expect-silence", "at">): Promise<Values>;
  /** Sends an HTTP request. */
  request(what: Fields<"request", "from">): Promise<Values>;
  /** The next HTTP response must be like this. */
  expectHttp(what: Fields<"expect-http", "at">): Promise<Values>;
  /** The next HTTP request must be like this. */
  expectRequest(what: Fields<"expect-request", "at">): Promise<Values>;
  /** Sends an HTTP response. */
  respond(what: Fields<"respond", "from">): Promise<Values>;
  /** Shuts down writing, and continues to read. */
  finish(): Promise<Values>;
  close(): Promise<Values>;
  /** Resets the connection, as a crash does. */
  reset(): Promise<Values>;
  /** For a listener: accepts the next connection. @param as its name. @default that of the listener */
  accept(as?: string): Promise<Peer>;
}

/** A program that was launched. */
export interface Program {
  readonly name: string;
  /** Writes to its standard input. */
  type(what: Payload<"type", "to">): Promise<Values>;
  /** Closes its standard input, as Ctrl-D does. */
  endOfInput(): Promise<Values>;
  signal(name: Fields<"signal", "to">["name"]): Promise<Values>;
  /** Kills it. */
  stop(): Promise<Values>;
  /** Waits until it has read all its input and is idle. */
  rest(): Promise<Values>;
  expectListening(how?: Fields<"expect-listening", "of">): Promise<Values>;
  /** It must print this. */
  expectOutput(what: Payload<"expect-output", "of">): Promise<Values>;
  /** It must end. */
  expectExit(how?: Fields<"expect-exit", "of">): Promise<Values>;
  /** It must write this file. */
  expectFile(what: Fields<"expect-file", "of">): Promise<Values>;
}

/** The arguments of a step, by its word in the lab language. */
type Arguments<Word extends string> =
  Extract<WrittenStep, Record<Word, unknown>> extends infer Step ? Step[Word & keyof Step] : never;
/** The same without the short form, and without the field that names the peer or program. */
type Fields<Word extends string, Subject extends string> =
  Exclude<Arguments<Word>, string> extends infer Args ? (Args extends unknown ? Omit<Args, Subject> : never) : never;
type Payload<Word extends string, Subject extends string> = string | Uint8Array | Fields<Word, Subject>;

/** The interface for a function among the steps of a lab. A step that fails ends the function and its test. */
export interface Play {
  /** Plays steps of the lab language, one after another. */
  steps(...steps: WrittenStep[]): Promise<void>;
  /** A peer sends bytes; over UDP as one datagram. */
  send(peer: string, bytes: Uint8Array | string): Promise<void>;
  /**
   * Receives at a peer: `bytes` bytes, or all that are there, or over UDP one datagram. It waits for as long as
   * something can still arrive.
   *
   * @param options `within`: how long the program may idle, such as "2s". @default the test's limit
   */
  receive(peer: string, options?: { bytes?: number; within?: string }): Promise<Buffer>;
  /** What `{name}` stands for in later steps. */
  readonly values: Map<string, string>;
  /** Random bytes, the same for the same seed and label. */
  random(bytes: number, label?: string): Buffer;
  /** Fails the test with a sentence for the student. */
  fail(says: Text): never;
}

/** A step written in code, for what the lab language cannot express. Later steps cannot name peers that it creates. */
export type StepFunction = (play: Play) => Promise<void> | void;

/** A lab as in a lab.yaml, but functions may be among its steps. */
export type LabDefinition = Omit<LabFile, "tests" | "sequences"> & {
  sequences?: Record<string, DefinedSteps | { takes: string[]; steps: DefinedSteps }>;
  tests?: (Omit<NonNullable<LabFile["tests"]>[number], "steps"> & { steps: DefinedSteps })[];
};
type DefinedSteps = (WrittenStep | StepFunction)[];

/** Gives a lab that a module exports as its default its types: `export default defineLab({ … })`. */
export function defineLab<const T extends LabDefinition>(lab: T): T;
