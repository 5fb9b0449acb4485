import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Exit, LaunchOptions, RunningProgram, SocketCall } from "../arena/arena.ts";
import { ArenaLack } from "../arena/lack.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { HeldSocket } from "../linux/unix-sockets.ts";
import { localEnvironment, withFolders } from "./environment.ts";
import { watchGroup, withLimits } from "./limits.ts";
import { familyOf, listProcesses } from "./list-processes.ts";
import { isOwnSocket, readOwnFile } from "./own-file.ts";
import { type Attached, openStreams } from "./streams.ts";

/** Where a program runs, and who finds its sockets. */
export interface Place {
  /** Folder of this launch, which is removed with it. */
  folder: string;
  paths: { home: string; build: string };
  /** The sockets on which the program serves. */
  serving(program: LocalProgram, protocol?: Protocol): SocketSample[];
  remove(): void;
}

/**
 * A program as a child of this process, in a folder of its own and nothing more: it is its user's, on its user's machine, and
 * sees all that they see.
 */
export class LocalProgram implements RunningProgram {
  readonly name: string;
  readonly exited: Promise<Exit>;
  exit: Exit | null = null;
  readonly #child: ChildProcess;
  readonly #streams: Attached;
  readonly #place: Place;
  readonly #options: LaunchOptions;
  #outputLeft: number;
  #limit: Exit["limit"] = null;
  #killed = false;
  #stopWatch = () => {};
  readonly #kept = new Map<string, Buffer | null>();

  constructor(options: LaunchOptions, place: Place) {
    this.name = options.name;
    this.#options = options;
    this.#place = place;
    this.#outputLeft = options.limits.outputBytes;
    const argv = options.argv.map((word) => withFolders(word, place.paths));
    const [file = "", ...args] = withLimits(argv, options.limits);
    const streams = openStreams(place.folder);
    this.#child = spawn(file, args, {
      cwd: place.paths.home,
      env: localEnvironment(options.env, place.paths),
      stdio: streams.stdio,
      // A group of its own, which a signal reaches as a whole; Windows would open a window for it.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.exited = this.#ended();
    this.exited.catch(() => {});
    this.#streams = streams.attach(this.#child);
    this.#listen();
    if (this.pid !== null) this.#stopWatch = watchGroup(this.pid, options.limits, (limit) => this.#exceeded(limit));
  }

  /** The pid of its first process; null where it could not be started. */
  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && !this.#killed;
  }

  /** Where it is likely to serve, for systems that do not tell. */
  get likelyPorts(): readonly number[] {
    return this.#options.likelyPorts ?? [];
  }

  /** Its processes are not looked at here: steps that must see them say so (`needs`), and explanations do without. */
  pids(): number[] {
    return [];
  }

  options(): never {
    throw new ArenaLack("outside");
  }

  file(path: string): Buffer | null {
    return this.exit === null ? readOwnFile(this.#place.paths.home, path) : (this.#kept.get(path) ?? null);
  }

  /** That it listens there shows only when it is connected to; until then it is refused, which is no harm. */
  listeningAt(path: string): HeldSocket | null {
    if (process.platform === "win32") throw new ArenaLack("path");
    return this.isRunning && isOwnSocket(this.#place.paths.home, path)
      ? { path: join(this.#place.paths.home, path), mayBeEarly: true, release: () => {} }
      : null;
  }

  calls(): readonly SocketCall[] {
    throw new ArenaLack("outside");
  }

  listening(protocol?: Protocol): SocketSample[] {
    return this.isRunning ? this.#place.serving(this, protocol) : [];
  }

  type(bytes: Buffer): void {
    if (this.#streams.input.writable) this.#streams.input.write(bytes);
  }

  endInput(): void {
    this.#streams.input.end();
  }

  async lookInto(): Promise<string> {
    return "";
  }

  signal(name: NodeJS.Signals): void {
    if (process.platform === "win32" && name !== "SIGKILL") throw new ArenaLack("interrupt");
    this.#signalGroup(name);
  }

  async endPastLimits(): Promise<boolean> {
    return this.#limit !== null;
  }

  async kill(): Promise<void> {
    this.destroy();
    await this.exited.catch(() => {});
  }

  /** Kills everything of it without waiting. */
  destroy(): void {
    const wasRunning = this.isRunning;
    this.#killed = true;
    if (this.pid === null) return;
    if (process.platform === "win32") {
      // Of a program that has ended, Windows does not tell any more what it started.
      if (wasRunning)
        spawnSync("taskkill", ["/PID", `${this.pid}`, "/T", "/F"], { stdio: "ignore", windowsHide: true });
      this.#child.kill("SIGKILL");
      return;
    }
    if (wasRunning) {
      for (const pid of familyOf(this.pid, listProcesses())) if (pid !== this.pid) kill(pid, "SIGKILL");
    }
    this.#signalGroup("SIGKILL");
  }

  #signalGroup(name: NodeJS.Signals): void {
    if (this.pid !== null) kill(process.platform === "win32" ? this.pid : -this.pid, name);
  }

  #listen(): void {
    const { input, stdout, stderr } = this.#streams;
    // A program that does not read its input, or has ended, does nothing wrong.
    input.on("error", () => {});
    for (const [name, stream] of [
      ["stdout", stdout],
      ["stderr", stderr],
    ] as const) {
      stream.on("error", () => {});
      stream.on("data", (bytes: Buffer) => this.#deliver(name, bytes));
    }
    if (this.#options.stdin === "closed") this.endInput();
  }

  #deliver(stream: "stdout" | "stderr", bytes: Buffer): void {
    const delivered = bytes.subarray(0, this.#outputLeft);
    this.#outputLeft -= delivered.length;
    if (delivered.length > 0) this.#options.onOutput(stream, delivered);
    if (delivered.length === bytes.length || this.#limit !== null) return;
    this.#exceeded("output");
  }

  #exceeded(limit: Exit["limit"]): void {
    if (!this.isRunning) return;
    this.#limit = limit;
    this.destroy();
  }

  async #ended(): Promise<Exit> {
    try {
      const [status, signal] = (await once(this.#child, "exit")) as [number | null, NodeJS.Signals | null];
      const leftBehind = this.#killed ? 0 : await this.#leftBehind();
      this.#killed = true;
      this.#signalGroupOfTheDead();
      await this.#drained();
      const ended = status ?? 128 + constants.signals[signal ?? "SIGKILL"];
      for (const path of this.#options.kept ?? []) this.#kept.set(path, readOwnFile(this.#place.paths.home, path));
      this.exit = { status: this.#limit === null ? ended : killedStatus, limit: this.#limit, leftBehind };
      return this.exit;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`${this.name} could not be started: ${code ?? error}`);
    } finally {
      this.#stopWatch();
      for (const stream of Object.values(this.#streams ?? {})) stream.destroy();
      this.#place.remove();
    }
  }

  /** Its group lives on without it: whatever is in there has no one else to end it. */
  #signalGroupOfTheDead(): void {
    if (process.platform !== "win32") this.#signalGroup("SIGKILL");
  }

  /** Processes of its group that go on although they were given the time to end. */
  async #leftBehind(): Promise<number> {
    const { pid } = this;
    if (pid === null || process.platform === "win32") return 0;
    for (let waitedMs = 0; waitedMs < longestEndMs; waitedMs += 20) {
      if (!isGroupAlive(pid)) return 0;
      await delay(20);
    }
    return listProcesses().filter(({ group }) => group === pid).length;
  }

  /** What a process that escaped holds open cannot be waited for; what is in the pipes comes in this time. */
  async #drained(): Promise<void> {
    const { stdout, stderr } = this.#streams;
    const open = [stdout, stderr].filter((stream) => !stream.readableEnded && !stream.destroyed);
    const ends = open.map((stream) => once(stream, "close").catch(() => {}));
    await Promise.race([Promise.all(ends), delay(drainGraceMs, null, { ref: false })]);
  }
}

const killedStatus = 137;
const longestEndMs = 400;
const drainGraceMs = 500;

function kill(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // Gone by now, or, as macOS has it, a group in which only the dead are left.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
