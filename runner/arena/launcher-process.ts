import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Duplex, Readable } from "node:stream";
import type { Enclosure } from "./enclosure.ts";
import { programEnvironment, withPaths } from "./environment.ts";
import type { LaunchOptions } from "./launch-options.ts";
import { descriptors } from "./launcher.ts";
import type { Pipes } from "./pipes.ts";

/** The outermost process of a launch; the launcher in it starts the program on command and reports how it ended. */
export class LauncherProcess {
  readonly child: ChildProcess;
  /** Resolves when the process has ended; rejects if it could not be started. */
  readonly gone: Promise<null>;
  readonly #control: Duplex;
  #complaints = "";

  constructor(
    { argv, env, limits, stdout }: Pick<LaunchOptions, "argv" | "env" | "limits" | "stdout">,
    enclosure: Enclosure,
    pipes: Pipes,
  ) {
    const { paths, environment, workingFolder: cwd } = enclosure;
    const program = argv.map((argument) => withPaths(argument, paths));
    const [file = "", ...args] = enclosure.command(program, limits, stdout);
    const [input, output, errorOutput] = pipes.child;
    const stdio = [input, output, "pipe" as const, "pipe" as const, "pipe" as const, errorOutput];
    this.child = spawn(file, args, { cwd, env: programEnvironment(env, paths, environment), detached: true, stdio });
    pipes.closeChildEnds();
    this.#control = this.child.stdio[descriptors.control] as Duplex;
    (this.child.stdio[descriptors.complaints] as Readable).on("data", (bytes: Buffer) => {
      if (this.#complaints.length < longestComplaint) this.#complaints += bytes.toString();
    });
    for (const stream of this.child.stdio) stream?.on("error", () => {});
    this.gone = once(this.child, "exit").then(() => null);
    // `gone` is awaited later: a rejection before that must not end the grader.
    this.gone.catch(() => {});
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What went wrong in it or in the launcher. */
  get complaints(): string {
    return this.#complaints.trim();
  }

  /** The next line of the launcher, which arrives as one chunk; null when it ends without one. */
  nextLine(): Promise<string | null> {
    const line = once(this.#control, "data").then(
      ([bytes]) => `${bytes}`,
      () => null,
    );
    return Promise.race([line, this.gone]);
  }

  /** Lets the launcher start the program. */
  begin(): void {
    this.#control.write("\n");
  }

  /** Closes the control pipe, at which the launcher ends everything that it has started. */
  letGo(): void {
    this.#control.destroy();
  }
}

const longestComplaint = 4096;
