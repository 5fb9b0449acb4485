import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Follow } from "../test-run/follow-transcript.ts";
import { trace } from "../trace.ts";
import { engineFlags } from "./engine-flags.ts";
import { type Answer, areYouThere, type Method, methods, type Params, reply } from "./protocol.ts";
import { delayOf, Silence } from "./silence.ts";

const workerFile = join(packageRoot(), "dist/bin/worker.js");

/** A call to a worker failed because of the machine or wirecheck. */
export class WorkerFailure extends Error {}

/** The worker process has ended; the call may succeed in another worker. */
export class WorkerDied extends WorkerFailure {}

interface OpenCall {
  resolve(value: unknown): void;
  reject(fault: Error): void;
  follow: Follow | undefined;
}

/** The main process's end of one worker. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  readonly #calls = new Map<number, OpenCall>();
  #lastId = 0;
  #silence: Silence | null = null;
  /** Why it ended, as it reported itself, or why it was killed. */
  #reason: string | null = null;
  #isToldToEnd = false;

  /**
   * @param wrapper command line in front of Node that gives the worker its namespace; empty for none
   * @param added variables in addition to those of this process
   */
  constructor(wrapper: readonly string[], added: Readonly<Record<string, string>>) {
    const [command = process.execPath, ...args] = [...wrapper, process.execPath, ...engineFlags(), workerFile];
    this.#child = spawn(command, args, {
      env: { ...process.env, ...added },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      // A process group of its own, so that Ctrl-C in the terminal reaches only the main process, which ends its workers in order.
      // On Windows that would open a window; there the worker ignores Ctrl-C (see closeWithProcess).
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.#exited = once(this.#child, "exit").catch(() => {});
    this.#child.on("message", (message) => this.#heard(message));
    this.#child.on("error", (error) => this.#died(`could not be started: ${error.message}`));
    this.#child.on("exit", (status, signal) => this.#died(`ended with ${signal ?? `status ${status}`}`));
  }

  /**
   * Calls a method of the worker; rejects with a `WorkerFailure` if it fails, and with a `WorkerDied` if the worker has ended or was
   * killed, because the answer took longer than the method's bound or because it no longer responds.
   */
  async call<M extends Method>(method: M, params: Params<M>, follow?: Follow): Promise<Answer<M>> {
    const id = ++this.#lastId;
    const watch = this.#watch(methods[method].longestMs);
    const begunMs = performance.now();
    trace("worker", () => `${this.pid} is asked for ${method}: ${inBrief(params)}`);
    try {
      const value = await new Promise<unknown>((resolve, reject) => {
        this.#calls.set(id, { resolve, reject, follow });
        if (!this.#child.connected) return this.#died("has already ended");
        this.#child.send({ id, method, params, ...(follow && { follows: true }) });
      });
      trace("worker", () => `${this.pid} answers ${method} after ${Math.round(performance.now() - begunMs)} ms`);
      return methods[method].answer.parse(value) as Answer<M>;
    } finally {
      clearInterval(watch);
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it can still be called. */
  get isAlive(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Ends the worker and all processes that it started, and kills it after `graceMs`; resolves with why it did not end in order, or null
   * if it did.
   */
  async end(graceMs: number): Promise<string | null> {
    this.#isToldToEnd = true;
    if (this.#child.connected) this.#child.disconnect();
    const timer = setTimeout(() => this.#kill("did not end in time"), graceMs);
    await this.#exited;
    clearTimeout(timer);
    return this.#child.exitCode === 0 ? null : (this.#reason ?? `ended with ${this.#child.signalCode}`);
  }

  /** Kills it if it answers too late, or does not respond for long because it is blocked. */
  #watch(longestMs: number): NodeJS.Timeout {
    const begunMs = performance.now();
    this.#silence = new Silence(askEveryMs, () => delayOf(this.pid));
    return setInterval(() => {
      if (performance.now() - begunMs > longestMs)
        this.#kill(`gave no answer for ${Math.round(longestMs / 60_000)} minutes`);
      else if ((this.#silence?.look() ?? 0) > longestSilenceMs) this.#kill("was blocked for a minute");
      else if (this.#child.connected) this.#child.send(areYouThere, () => {});
    }, askEveryMs);
  }

  #kill(reason: string): void {
    trace("worker", () => `${this.pid} is killed: it ${reason}`);
    this.#reason ??= reason;
    this.#child.kill("SIGKILL");
  }

  #heard(message: unknown): void {
    this.#silence?.end();
    const answer = reply.parse(message);
    if ("isThere" in answer) return;
    if ("dies" in answer) {
      this.#reason ??= `failed: ${answer.dies}`;
      return;
    }
    const call = this.#calls.get(answer.id);
    if ("seen" in answer) {
      call?.follow?.(answer.seen);
      return;
    }
    this.#calls.delete(answer.id);
    if ("failed" in answer) call?.reject(new WorkerFailure(answer.failed));
    else call?.resolve(answer.value);
  }

  #died(how: string): void {
    trace("worker", () => `${this.pid} ${how}`);
    // A worker that ends on request exits with status 0, which would not explain why a call is left open.
    const why = this.#reason ?? (this.#isToldToEnd ? "was told to end before it had answered" : how);
    for (const call of this.#calls.values()) call.reject(new WorkerDied(`a grading worker ${why}`));
    this.#calls.clear();
  }
}

/** Parameters without those that are long and the same for every call. */
function inBrief(params: unknown): string {
  const text = JSON.stringify(params, (key, value) => (key === "programs" || key === "program" ? undefined : value));
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`;
}

const askEveryMs = 5_000;
/** Ten times as long as the longest synchronous work of a worker on a machine with ten times too much load. */
const longestSilenceMs = 60_000;
