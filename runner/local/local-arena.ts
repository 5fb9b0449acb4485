import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Arena } from "../arena/arena.ts";
import { copyTree } from "../arena/copy-tree.ts";
import type { PortRange } from "../arena/free-port.ts";
import { ArenaLack } from "../arena/lack.ts";
import type { LaunchOptions } from "../arena/launch-options.ts";
import { placeFiles, placeSockets } from "../arena/placed-files.ts";
import type { RunningProgram } from "../arena/running-program.ts";
import { endTimeWait } from "../linux/end-time-wait.ts";
import type { Attempt } from "../linux/packet.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { Isolation } from "../model/result.ts";
import { ClaimedPorts } from "./claimed-ports.ts";
import { freePort } from "./free-port.ts";
import { LocalProgram } from "./local-program.ts";
import { chooseSocketFinder, type SocketFinder, takenSentence } from "./socket-finder.ts";

/**
 * Opens the arena of tier `local`, for students who check their own program on their own machine, on any system: programs are not
 * isolated, and are seen only through Node and the system's commands.
 */
export async function openLocalArena(scratch: string): Promise<Arena> {
  return new LocalArena(realpathSync(mkdtempSync(join(scratch, "local-"))), await chooseSocketFinder());
}

const noIsolation: Isolation = {
  tier: "local",
  network: false,
  address: false,
  sandbox: false,
  files: false,
  signals: false,
  unprivilegedUser: false,
};

class LocalArena implements Arena {
  readonly isolation = noIsolation;
  readonly hasNetworks = false;
  readonly showsMachines = false;
  readonly #folder: string;
  readonly #finder: SocketFinder;
  readonly #running = new Set<LocalProgram>();
  readonly #claimed = new ClaimedPorts();
  readonly #removeAtExit = () => this.#remove();
  /** Servers, by their files and command line, that can listen although connections of an earlier server are in TIME_WAIT. */
  readonly #comesUp = new Set<string>();
  #launches = 0;

  constructor(folder: string, finder: SocketFinder) {
    this.#folder = folder;
    this.#finder = finder;
    process.once("exit", this.#removeAtExit);
  }

  renewNetwork(): void {}

  addNetwork(): void {}

  addInterface(): void {}

  launch(options: LaunchOptions): RunningProgram {
    if (options.stdin === "terminal") throw new ArenaLack("terminal");
    if (options.stdout === "closed" || options.stdout === "reader-gone") throw new ArenaLack("closed-output");
    const folder = join(this.#folder, `${this.#launches++}`);
    const paths = { home: join(folder, "home"), build: options.build?.folder ?? join(folder, "build") };
    mkdirSync(folder);
    copyTree(realpathSync(options.files), paths.home, null);
    placeFiles(paths.home, options.placed ?? {}, null);
    placeSockets(paths.home, options.sockets ?? {}, null);
    const program = new LocalProgram(options, {
      folder,
      paths,
      serving: (each, protocol) => this.#finder.serving(each, protocol),
      remove: () => removeFolder(folder),
    });
    this.#running.add(program);
    const release = () => this.#running.delete(program);
    program.exited.then(release, release);
    return program;
  }

  lacks(): "outside" {
    return "outside";
  }

  sockets(): SocketSample[] {
    return this.#finder.all();
  }

  /**
   * Whether another program has one of them is checked before a server is started: see awaitPorts. What an earlier server left in
   * TIME_WAIT is ended here, because on Linux it also keeps the grader's own listeners from a port.
   */
  async takePorts(ports: readonly number[]): Promise<[]> {
    await this.#claimed.take(ports);
    if (ports.length > 0) await this.#endLingering(ports);
    return [];
  }

  releasePorts(): void {
    this.#claimed.release();
  }

  freePort(range: PortRange = "ordinary"): Promise<number> {
    return freePort(range);
  }

  /** Obstacles are handled before a server is started: see awaitPorts. */
  obstacle(): null {
    return null;
  }

  /**
   * Connections of an earlier test in TIME_WAIT keep the port from servers that do not set SO_REUSEADDR. Where they cannot be ended,
   * waiting takes a minute, so it is tried once whether this server sets it.
   */
  async awaitPorts(ports: readonly number[], protocol: Protocol, launch: LaunchOptions): Promise<void> {
    const own = [process.pid, ...[...this.#running].flatMap(({ pid }) => pid ?? [])];
    const kept = () => (ports.length === 0 ? null : this.#finder.keptFrom(ports, protocol, own));
    const server = JSON.stringify([launch.files, launch.argv]);
    if (kept() === null || this.#comesUp.has(server)) return;
    if (protocol === "tcp") await this.#endLingering(ports);
    if (kept() === null) return;
    if (await this.#tryOut(launch, protocol)) return void this.#comesUp.add(server);
    const startMs = performance.now();
    for (let keeper = kept(); keeper !== null; keeper = kept()) {
      const waitedMs = performance.now() - startMs;
      // Processes of the last program that it had started itself end a moment after it.
      if (keeper.pid !== null && waitedMs > longestEndMs) throw new Error(takenSentence(keeper.port, keeper.pid));
      if (waitedMs > longestLingerMs) return;
      await delay(lingerPollMs);
    }
  }

  async #endLingering(ports: readonly number[]): Promise<void> {
    for (const socket of this.#finder.lingering(ports)) await endTimeWait(socket);
  }

  async #tryOut(launch: LaunchOptions, protocol: Protocol): Promise<boolean> {
    const server = this.launch({ ...launch, stdin: "open", stdout: "pipe", onOutput: () => {} });
    const startMs = performance.now();
    const serves = () => server.listening(protocol).length > 0;
    let isUp = serves();
    while (!isUp && server.exit === null && performance.now() - startMs < longestStartMs) {
      await delay(startPollMs);
      isUp = serves();
    }
    await server.kill();
    return isUp;
  }

  narrowSocket(): never {
    throw new ArenaLack("line");
  }

  listenDeaf(): never {
    throw new ArenaLack("line");
  }

  socketPath(): string {
    if (process.platform === "win32") throw new ArenaLack("path");
    return join(this.#folder, `socket-${this.#launches++}`);
  }

  recordAttempts(): { attempts(): Attempt[]; stop(): void } {
    return { attempts: () => [], stop: () => {} };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running].map((program) => program.kill()));
    process.off("exit", this.#removeAtExit);
    this.#remove();
  }

  /** Synchronous, because nothing can be awaited when the process exits. */
  #remove(): void {
    for (const program of this.#running) program.destroy();
    this.releasePorts();
    removeFolder(this.#folder);
  }
}

/** TIME_WAIT lasts 60 s on Linux and 30 s on macOS. */
const longestLingerMs = 65_000;
const lingerPollMs = 500;
const longestEndMs = 2_000;
const longestStartMs = 10_000;
const startPollMs = 10;

/** Windows locks the folder of a program for a moment after its end; what cannot be removed now is removed with the run's folder. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!["EBUSY", "EPERM", "ENOTEMPTY"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
