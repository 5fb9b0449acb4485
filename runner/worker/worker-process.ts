import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import { type Answer, type Method, methods, type Params, reply } from "./protocol.ts";

const workerFile = join(packageRoot(), "dist/bin/worker.js");

/** A worker died, or failed to answer: the machine's or wirecheck's fault. */
export class WorkerFailure extends Error {}

/** The main process's end of one worker. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #calls = new Map<number, { resolve(value: unknown): void; reject(fault: Error): void }>();
  #lastId = 0;

  /** @param wrapper command line in front of Node that gives the worker its namespace; empty for none */
  constructor(wrapper: readonly string[]) {
    const [command, ...args] = [...wrapper, process.execPath, workerFile] as string[] as [string, ...string[]];
    // A group of its own, so that Ctrl-C in the terminal reaches the main process alone and it can end things in order.
    this.#child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit", "ipc"], detached: true });
    this.#child.on("message", (message) => this.#answered(message));
    this.#child.on("error", (error) => this.#died(`could not be started: ${error.message}`));
    this.#child.on("exit", (status, signal) => this.#died(`ended with ${signal ?? `status ${status}`}`));
  }

  /** Calls a method of the worker; rejects with a `WorkerFailure` when the worker fails or dies. */
  async call<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> {
    const id = ++this.#lastId;
    const value = await new Promise<unknown>((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      if (!this.#child.connected) return this.#died("is not there any more");
      this.#child.send({ id, method, params });
    });
    return methods[method].answer.parse(value) as Answer<M>;
  }

  /** Whether it can still be called. */
  get isAlive(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends the worker and everything it started. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, "exit");
    if (this.#child.connected) this.#child.disconnect();
    await exited;
  }

  #answered(message: unknown): void {
    const answer = reply.parse(message);
    const call = this.#calls.get(answer.id);
    this.#calls.delete(answer.id);
    if ("failed" in answer) call?.reject(new WorkerFailure(answer.failed));
    else call?.resolve(answer.value);
  }

  #died(how: string): void {
    for (const call of this.#calls.values()) call.reject(new WorkerFailure(`a grading worker ${how}`));
    this.#calls.clear();
  }
}
