import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ArenaLack } from "../arena/lack.ts";
import type { LaunchOptions } from "../arena/launch-options.ts";
import { readOwnFile } from "../arena/own-file.ts";
import type { Exit, RunningProgram, SocketCall } from "../arena/running-program.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { HeldSocket } from "../linux/unix-sockets.ts";
import { localEnvironment, withFolders } from "./environment.ts";
import { watchGroup, withLimits } from "./limits.ts";
import { isOwnSocket } from "./own-socket.ts";
import { ProcessGroup } from "./process-group.ts";
import { type Attached, openStreams } from "./streams.ts";

/** Where a program runs, and how its sockets are found. */
export interface Place {
  /** Folder of this launch, which is removed with it. */
  folder: string;
  paths: { home: string; build: string };
  /** The sockets on which the program serves. */
  serving(program: LocalProgram, protocol?: Protocol): SocketSample[];
  remove(): void;
}

/**
 * A program as a child of this process, in a folder of its own but not isolated: it belongs to the user of this machine, and may do
 * all that the user may.
 */
export class LocalProgram implements RunningProgram {
  readonly name: string;
  readonly exited: Promise<Exit>;
  exit: Exit | null = null;
  readonly #child: ChildProcess;
  readonly #group: ProcessGroup;
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
    this.#group = new ProcessGroup(this.#child);
    this.exited = this.#ended();
    this.exited.catch(() => {});
    this.#streams = streams.attach(this.#child);
    this.#listen();
    if (this.pid !== null) this.#stopWatch = watchGroup(this.pid, options.limits, (limit) => this.#exceeded(limit));
  }

  /** The pid of its first process; null if it could not be started. */
  get pid(): number | null {
    return this.#group.pid;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && !this.#killed;
  }

  /** Ports on which it is likely to serve, for systems that do not show which process holds a socket. */
  get likelyPorts(): readonly number[] {
    return this.#options.likelyPorts ?? [];
  }

  /** Processes are not watched in this tier: steps that must see them declare it (`needs`), and explanations do without. */
  pids(): number[] {
    return [];
  }

  options(): never {
    throw new ArenaLack("outside");
  }

  file(path: string): Buffer | null {
    return this.exit === null ? readOwnFile(this.#place.paths.home, path) : (this.#kept.get(path) ?? null);
  }

  /** Whether it listens there is known only after connecting: a refused connection is tried again (`mayBeEarly`). */
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

  allowOutput(bytes: number): void {
    this.#outputLeft = bytes;
  }

  endInput(): void {
    this.#streams.input.end();
  }

  async lookInto(): Promise<string> {
    return "";
  }

  signal(name: NodeJS.Signals): void {
    if (process.platform === "win32" && name !== "SIGKILL") throw new ArenaLack("interrupt");
    this.#group.signal(name);
  }

  async endPastLimits(): Promise<boolean> {
    return this.#limit !== null;
  }

  async kill(): Promise<void> {
    this.destroy();
    await this.exited.catch(() => {});
  }

  /** Kills its processes without waiting. */
  destroy(): void {
    const wasRunning = this.isRunning;
    this.#killed = true;
    this.#group.kill(wasRunning);
  }

  #listen(): void {
    const { input, stdout, stderr } = this.#streams;
    // It is not an error that a program does not read its input, or has ended.
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
      const leftBehind = this.#killed ? 0 : await this.#group.leftBehind();
      this.#killed = true;
      this.#group.killRest();
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

  /** Waits for the rest of the output, but not for ever: a process outside the group may keep the pipes open. */
  async #drained(): Promise<void> {
    const { stdout, stderr } = this.#streams;
    const open = [stdout, stderr].filter((stream) => !stream.readableEnded && !stream.destroyed);
    const ends = open.map((stream) => once(stream, "close").catch(() => {}));
    await Promise.race([Promise.all(ends), delay(drainGraceMs, null, { ref: false })]);
  }
}

const killedStatus = 137;
const drainGraceMs = 500;
