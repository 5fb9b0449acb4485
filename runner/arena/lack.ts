/** Something about a program that a test may ask the kernel for: the options of its sockets, its calls, its processes. */
export type Insight = "options" | "calls" | "processes";

/** Why an insight is not available, or a test cannot be played. */
export type Lack =
  /** The machine does not run Linux. */
  | "linux"
  /** strace is not installed. */
  | "strace"
  /** Without a sandbox or a user of its own, the program could kill its tracer. */
  | "tracing"
  /** The system refuses it. */
  | "refused"
  /** This arena sees programs only from outside. */
  | "outside"
  /** Ctrl-C cannot be sent to a single program. */
  | "interrupt"
  /** The arena has no terminals. */
  | "terminal"
  /** The arena cannot start a program with its output closed. */
  | "closed-output"
  /** The line is too long for a terminal, and the program reads only from a terminal. */
  | "typed-line"
  /** The output of the program arrives only when it ends. */
  | "held-output"
  /** The arena cannot make a slow or silent peer. */
  | "line"
  /** The arena has no AF_UNIX sockets. */
  | "path"
  /** The test needs a network namespace, which the arena does not have. */
  | "world";

/** Thrown when a test needs something that the arena lacks: the test cannot be played there, and does not count. */
export class ArenaLack extends Error {
  readonly lack: Lack;

  constructor(lack: Lack) {
    super(`it cannot be played here: ${lack}`);
    this.lack = lack;
  }
}
