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

/** A program did not do what a step of a run expects of it; the message is what a student reads. */
export class ExpectationFailed extends Error {
  /** What went wrong, as a result holds it. */
  readonly failure: NonNullable<TestResult["failure"]>;
  /** The misconception that the evidence proves, if one is. */
  readonly diagnosis: TestResult["diagnosis"];
  /** What was seen from the beginning of the run. */
  readonly transcript: TestResult["transcript"];
  /** What the program under test printed. */
  readonly output: TestResult["output"];
}

/** How a hand-in is opened for tests of one's own. */
export interface OpenOptions extends Pick<GradeOptions, "language" | "seed" | "tier"> {
  /**
   * The programs of the lab that tests launch, the one under test first; the lab's own go by `reference-<name>`, and helpers by
   * their names. @default those that are handed in
   */
  programs?: readonly string[];
}

/** How a run is begun. */
export interface BeginOptions {
  /** The program under test, which a step means if it names none. @default the first of those that were opened */
  program?: string;
  /** Whether `expect-calls` may ask for the socket calls of programs. @default false */
  traceCalls?: boolean;
  /** Files of programs that `expect-file` may read, also when the program has ended. @default none */
  keepFiles?: readonly string[];
  /** Ends the run when it is aborted. @default the signal that vitest and node:test hand to a test */
  signal?: AbortSignal;
}

/** A hand-in whose programs are found, built and ready. One run at a time: the next begins when the one before has ended. */
export interface OpenHandIn {
  /** How each program was found. */
  readonly programs: Result["programs"];
  /** Begins a run in a network of its own; nothing is launched yet. End it, or write `await using`. */
  begin(options?: BeginOptions): Promise<Run>;
  /** The function for a test of vitest, node:test or another runner: a run that ends whatever becomes of the test. */
  test(
    play: (run: Run) => Promise<void> | void,
    options?: BeginOptions,
  ): (context?: { signal?: AbortSignal }) => Promise<void>;
  /** Ends what was begun and removes every file of it. */
  end(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens a hand-in for tests of one's own, which play with its programs step by step, by the same steps, the same patience and the same
 * explanations as the tests of a lab. Its points and its tests play no part.
 *
 * @param lab id or path of a lab, which says how the programs are found and told their port
 * @param handIn a file, a folder or an archive
 * @throws UsageProblem when the lab has a mistake, or the hand-in cannot be opened as it is
 * @throws MachineProblem when the machine cannot do what was asked for
 */
export function openHandIn(lab: string, handIn: string, options?: OpenOptions): Promise<OpenHandIn>;

/** What named groups of patterns have matched so far, by their names. */
export type Values = Readonly<Record<string, string>>;

/**
 * One test of a suite. Each method plays one step of the lab language; steps that are asked for at the same time are played in turn, and
 * `step({ together: … })` plays them at once. After the first failure nothing more is played.
 *
 * @throws ExpectationFailed when the program does not do what the step expects
 * @throws UsageProblem when the step is wrong; nothing was played, and the run goes on
 * @throws MachineProblem when the machine, or the lab's own program, keeps the step from being played
 */
export interface Run {
  /** Plays any step, as a lab writes it, with `says` beside it if you like. */
  step(step: WrittenStep): Promise<Values>;
  /** Launches a program, and waits until it listens if it is a server. */
  launch(program: Arguments<"start">): Promise<Program>;
  /** A client of the grader connects to the server under test, or opens a socket whose datagrams go there. */
  connect(as: Arguments<"connect">): Promise<Peer>;
  /** The grader listens where a client under test will dial; over UDP this is a peer already. */
  listen(as: Arguments<"listen">): Promise<Peer>;
  /** Ends the programs and peers of the run. */
  end(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A peer that the grader plays, or a listener until it has accepted. A plain text means what it does in a lab: `{name}` is a value in it. */
export interface Peer {
  readonly name: string;
  /** Sends a text, bytes as they are, or what the fields of a `send` step say. */
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
  /** Nothing may come. */
  expectSilence(how?: Fields<"expect-silence", "at">): Promise<Values>;
  /** Sends an HTTP request. */
  request(what: Fields<"request", "from">): Promise<Values>;
  /** The next answer in HTTP must be like this. */
  expectHttp(what: Fields<"expect-http", "at">): Promise<Values>;
  /** The next request in HTTP must be like this. */
  expectRequest(what: Fields<"expect-request", "at">): Promise<Values>;
  /** Answers a request. */
  respond(what: Fields<"respond", "from">): Promise<Values>;
  /** Sends the end of the stream, and goes on reading. */
  finish(): Promise<Values>;
  close(): Promise<Values>;
  /** Breaks the connection off, as a crash does. */
  reset(): Promise<Values>;
  /** Of a listener: takes the next connection. @param as its name. @default that of the listener */
  accept(as?: string): Promise<Peer>;
}

/** A program that was launched. */
export interface Program {
  readonly name: string;
  /** Types at its keyboard. */
  type(what: Payload<"type", "to">): Promise<Values>;
  /** Ends its keyboard, as Ctrl-D does. */
  endOfInput(): Promise<Values>;
  signal(name: Fields<"signal", "to">["name"]): Promise<Values>;
  /** Kills it. */
  stop(): Promise<Values>;
  /** Waits until it has read all that it got, and rests. */
  rest(): Promise<Values>;
  expectListening(how?: Fields<"expect-listening", "of">): Promise<Values>;
  /** It must print this. */
  expectOutput(what: Payload<"expect-output", "of">): Promise<Values>;
  /** It must end. */
  expectExit(how?: Fields<"expect-exit", "of">): Promise<Values>;
  /** It must write this file. */
  expectFile(what: Fields<"expect-file", "of">): Promise<Values>;
}

/** What follows a word of the lab language. */
type Arguments<Word extends string> =
  Extract<WrittenStep, Record<Word, unknown>> extends infer Step ? Step[Word & keyof Step] : never;
/** The same without its short form, and without the field that says whom it is about. */
type Fields<Word extends string, Subject extends string> =
  Exclude<Arguments<Word>, string> extends infer Args ? (Args extends unknown ? Omit<Args, Subject> : never) : never;
type Payload<Word extends string, Subject extends string> = string | Uint8Array | Fields<Word, Subject>;

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
