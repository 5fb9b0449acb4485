import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { limitResource } from "../../linux/native.ts";
import { findExecutable } from "../executables.ts";
import type { SocketCall } from "../running-program.ts";
import { parseCalls, sendingCalls } from "./call-trace.ts";

/**
 * Traces the socket calls of a process and of all that it starts. The tracer runs outside the program's sandbox, as the user of
 * this process: the program cannot reach it. It ends with the last process that it traces.
 */
export class Tracer {
  readonly #file: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #isComplete = false;
  #read = { bytes: -1, calls: [] as SocketCall[] };

  private constructor(file: string, child: ChildProcess) {
    this.#file = file;
    this.#child = child;
    this.#ended = once(child, "exit").catch(() => {});
  }

  /** Resolves when the process is traced; from then on no call is missed. */
  static async attach(pid: number, file: string): Promise<Tracer> {
    const strace = findExecutable("strace") ?? "strace";
    const args = ["-f", "-y", "-s", "0", "-e", `trace=${traced.join()}`, "-e", "signal=none", "-o", file];
    const child = spawn(strace, [...args, "-p", `${pid}`], { stdio: ["ignore", "ignore", "pipe"], cwd: "/", env: {} });
    const tracer = new Tracer(file, child);
    await tracer.#attached();
    return tracer;
  }

  /** All calls so far: a call is recorded before the program goes on after it. */
  calls(): readonly SocketCall[] {
    if (this.#isComplete) return this.#read.calls;
    const bytes = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes !== this.#read.bytes) this.#read = { bytes, calls: parseCalls(readFileSync(this.#file, "utf8")) };
    return this.#read.calls;
  }

  /** Resolves when all traced processes have ended and all calls are written; `calls` keeps them. */
  async ended(): Promise<void> {
    await this.#ended;
    this.calls();
    this.#isComplete = true;
    rmSync(this.#file, { force: true });
  }

  async #attached(): Promise<void> {
    const complaints = this.#child.stderr as Readable;
    let said = "";
    while (!said.includes(" attached")) {
      const data = once(complaints, "data").then(([bytes]) => `${bytes}`);
      const more = await Promise.race([data, this.#ended.then(() => null)]);
      if (more === null) throw new Error(`strace could not watch the program: ${said.trim()}`);
      said += more;
    }
    complaints.resume();
    if (this.#child.pid !== undefined) limitResource(this.#child.pid, fileSizeLimit, longestTraceBytes);
  }
}

const traced = [
  ...["socket", "bind", "listen", "accept", "accept4", "connect", "setsockopt", "close", "dup2", "dup3"],
  ...sendingCalls,
];

/** RLIMIT_FSIZE of the trace: a program that calls without end must not fill the disk. At the limit its tracer ends, and the program goes on. */
const fileSizeLimit = 1;
const longestTraceBytes = 4 << 20;
