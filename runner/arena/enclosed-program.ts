import { socketInodes } from "../linux/owned-sockets.ts";
import { readStat } from "../linux/parse-stat.ts";
import { sendSignal } from "../linux/send-signal.ts";
import type { SocketOptions } from "../linux/socket-options.ts";
import { socketOptions } from "../linux/socket-options.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import { type HeldSocket, holdSocket, listensAs, unixSocketsNear } from "../linux/unix-sockets.ts";
import type { Enclosure } from "./enclosure.ts";
import type { LaunchOptions } from "./launch-options.ts";
import { stoppedLine } from "./launcher.ts";
import { LauncherProcess } from "./launcher-process.ts";
import { countLeftBehind } from "./left-behind.ts";
import { lookInto } from "./look-into.ts";
import { readOwnFile } from "./own-file.ts";
import { openPipes, type Pipes } from "./pipes.ts";
import type { Exit, RunningProgram, SocketCall } from "./running-program.ts";
import { Tracer } from "./tracing/tracer.ts";
import { isStopped, readUsage } from "./usage.ts";
import { type UsageWatch, watchUsage } from "./usage-watch.ts";

/**
 * Finds the sockets on which a program serves. `known` holds inodes of its own sockets; the inodes of its processes are read, and
 * added, only when a serving socket is not known.
 */
export type FindServing = (known: Set<number>, pids: () => readonly number[], protocol?: Protocol) => SocketSample[];

/** A launched program: starts it, reads its output, and ends it with all processes that it has started. */
export class EnclosedProgram implements RunningProgram {
  readonly name: string;
  readonly exited: Promise<Exit>;
  exit: Exit | null = null;
  /** Whether its files have been removed; resolves after it has exited. */
  removed: Promise<boolean> = Promise.resolve(true);
  readonly #options: LaunchOptions;
  readonly #enclosure: Enclosure;
  readonly #serving: FindServing;
  /** Inodes of sockets that were seen to be its own; a socket stays its own for as long as it exists. */
  readonly #sockets = new Set<number>();
  readonly #kept = new Map<string, Buffer | null>();
  readonly #pipes: Pipes;
  readonly #launcher: LauncherProcess;
  #init: number | null = null;
  #main: number | null = null;
  #ended = false;
  #killed = false;
  #limit: Exit["limit"] = null;
  #tracer: Tracer | null = null;
  #usage: UsageWatch | null = null;

  /** Starts it. `serving` finds the sockets on which given processes serve. */
  constructor(options: LaunchOptions, enclosure: Enclosure, serving: FindServing) {
    this.name = options.name;
    this.#options = options;
    this.#enclosure = enclosure;
    this.#serving = serving;
    this.#pipes = openPipes({ ...options, owner: enclosure.owner, onFlood: () => this.#exceeded("output") });
    this.#launcher = new LauncherProcess(options, enclosure, this.#pipes);
    this.exited = this.#run();
    // `exited` is awaited later: a rejection before that must not end this process.
    this.exited.catch(() => {});
  }

  pids(): number[] {
    if (!this.#isRunning()) return [];
    const pids = this.#processes();
    this.#main ??= pids.find((pid) => readUsage(pid)?.parent === this.#init) ?? null;
    return pids.sort((a, b) => Number(b === this.#main) - Number(a === this.#main));
  }

  reapedTicks(): number {
    return this.#init === null ? 0 : (readStat(`/proc/${this.#init}`)?.reapedTicks ?? 0);
  }

  awaitsLauncher(): boolean {
    if (!this.#enclosure.answersCalls || this.#init === null) return false;
    // It sleeps only if no call awaits it: the kernel wakes it before the caller blocks.
    return readStat(`/proc/${this.#init}`)?.state !== "S";
  }

  listening(protocol?: Protocol): SocketSample[] {
    return this.#isRunning() ? this.#serving(this.#sockets, () => this.pids(), protocol) : [];
  }

  listeningAt(path: string): HeldSocket | null {
    const pids = this.pids();
    const own = socketInodes(pids);
    const sockets = pids.slice(0, 1).flatMap(unixSocketsNear);
    const listens = listensAs(
      sockets.filter(({ inode }) => own.has(inode)),
      path,
    );
    return listens ? holdSocket(this.#enclosure.home, path) : null;
  }

  file(path: string): Buffer | null {
    return this.exit === null ? readOwnFile(this.#enclosure.home, path) : (this.#kept.get(path) ?? null);
  }

  allowOutput(bytes: number): void {
    this.#pipes.allowOutput(bytes);
  }

  type(bytes: Buffer): void {
    this.#pipes.write(bytes);
  }

  endInput(): void {
    this.#pipes.endInput();
  }

  options(inode: number): SocketOptions | null {
    return socketOptions(this.pids(), inode);
  }

  calls(): readonly SocketCall[] {
    return this.#tracer?.calls() ?? [];
  }

  async lookInto(pid: number, argv: readonly string[]): Promise<string> {
    const enter = this.#isRunning() && this.#init !== null ? this.#enclosure.enter?.(this.#init) : undefined;
    return enter === undefined ? "" : lookInto(pid, enter, argv);
  }

  signal(name: NodeJS.Signals): void {
    const usages = this.pids().map((pid) => ({ pid, group: readUsage(pid)?.group }));
    const foreground = usages[0]?.group;
    for (const { pid, group } of usages) if (group === foreground) sendSignal(pid, name);
  }

  async endPastLimits(): Promise<boolean> {
    this.#usage?.look();
    if (this.#limit === null) return false;
    await this.exited.catch(() => {});
    return true;
  }

  async kill(): Promise<void> {
    this.destroy();
    await this.exited.catch(() => {});
  }

  /** Kills without waiting. Before the pid of init is known, only the control pipe is closed: killing bwrap would leave the sandbox running. */
  destroy(): void {
    this.#killed = true;
    if (this.#launcher.hasEnded) return;
    if (this.#init === null) this.#launcher.letGo();
    else this.#enclosure.destroy(this.#init);
  }

  #isRunning(): boolean {
    return this.#init !== null && !this.#ended && !this.#killed;
  }

  #processes(): number[] {
    return this.#init === null ? [] : this.#enclosure.processes(this.#init);
  }

  async #run(): Promise<Exit> {
    try {
      const status = await this.#statusOf();
      this.#ended = true;
      const leftBehind = status === null ? 0 : await this.#leftBehind();
      const limit = this.#limit;
      const asked = this.#killed;
      this.destroy();
      await this.#launcher.gone;
      await this.#pipes.drained(drainGraceMs);
      await this.#tracer?.ended();
      if (status === null && !asked) throw new Error(this.#whyNot());
      for (const path of this.#options.kept ?? []) this.#kept.set(path, readOwnFile(this.#enclosure.home, path));
      this.exit = { status: limit === null && status !== null ? status : killedStatus, limit, leftBehind };
      return this.exit;
    } finally {
      this.#pipes.cut();
      // Not awaited: the next test need not wait while many files are removed.
      this.removed = this.#enclosure.remove();
    }
  }

  #whyNot(): string {
    if (this.#usage !== null) return `${this.name} was ended by a process outside its sandbox`;
    return `${this.name} could not be started: ${this.#launcher.complaints}`;
  }

  /** Lets the program begin and waits for its exit status; null when it was killed or never began. */
  async #statusOf(): Promise<number | null> {
    const { child, gone } = this.#launcher;
    this.#init = await Promise.race([this.#enclosure.init(child), gone]);
    if (this.#killed) this.destroy();
    const ready = await this.#launcher.nextLine();
    if (this.#init === null || ready === null || this.#killed) return null;
    // The tracer is attached before the program begins, so that no call is missed.
    if (this.#options.traceCalls) this.#tracer = await Tracer.attach(this.#init, this.#enclosure.traceFile);
    if (this.#killed) return null;
    this.#usage = this.#begin();
    const status = await this.#launcher.nextLine();
    this.#usage.stop();
    if (status?.startsWith(stoppedLine)) {
      this.#exceeded("processes");
      return null;
    }
    return status === null ? null : Number.parseInt(status, 10);
  }

  #begin(): UsageWatch {
    const init = this.#init as number;
    const watch = watchUsage(
      {
        init,
        memoryInFiles: () => this.#enclosure.memoryInFiles(init),
        processes: () => {
          // Signals from inside do not stop init: the program has attached to it as a tracer, and its exit status would be lost.
          if (this.#tracer === null && isStopped(init)) this.destroy();
          return this.pids();
        },
      },
      this.#options.limits,
      (limit) => this.#exceeded(limit),
    );
    this.#launcher.begin();
    return watch;
  }

  #leftBehind(): Promise<number> {
    return countLeftBehind(
      () => this.#processes(),
      () => this.#killed,
    );
  }

  #exceeded(limit: Exit["limit"]): void {
    if (!this.#ended && !this.#killed) {
      this.#limit = limit;
      this.destroy();
    }
    this.#pipes.cut();
  }
}

const killedStatus = 137;
/** A process outside the enclosure may keep the pipe open: the output is read for at most this time. */
const drainGraceMs = 500;
