import { chmodSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openDeafListener } from "../linux/deaf-listener.ts";
import { addInterface } from "../linux/interface.ts";
import { narrowSocket } from "../linux/narrow-socket.ts";
import { closeOnExecute } from "../linux/native.ts";
import { socketInodes } from "../linux/owned-sockets.ts";
import type { Wanted } from "../linux/sock-diag.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import { openSocketTable, type SocketTable } from "../linux/sockets.ts";
import { removeSmallTree, removeTree } from "../remove-tree.ts";
import type { Arena, KeptPort, PortObstacle } from "./arena.ts";
import type { FindServing } from "./enclosed-program.ts";
import { nextPort, type PortRange } from "./free-port.ts";
import { fullTier } from "./full-tier.ts";
import type { Insight, Lack } from "./lack.ts";
import type { LaunchOptions } from "./launch-options.ts";
import { Launches } from "./launches.ts";
import { ownUsers } from "./own-users.ts";
import { portsTier } from "./ports-tier.ts";
import type { RunningProgram } from "./running-program.ts";
import { SharedPorts } from "./shared-ports.ts";
import type { Tier } from "./tier.ts";
import { tracingLack } from "./tracing/tracing.ts";
import { nominalUsers } from "./users.ts";

/** How an arena is opened. */
export interface ArenaOptions {
  /** @default "full" */
  tier?: "full" | "ports";
  /** Folder for temporary files. */
  scratch: string;
}

/**
 * Opens the arena of this worker. In tier `full` the process's main thread moves into a network of its own at once, and needs
 * the rights to do so (see workerCommand); throws an Error with `code` EPERM when they are missing.
 */
export async function openArena(options: ArenaOptions): Promise<Arena> {
  const folder = mkdtempSync(join(options.scratch, "arena-"));
  const users = await ownUsers(process.pid);
  const tier = options.tier === "ports" ? portsTier(folder, users) : fullTier(folder, users);
  try {
    // The users of programs may enter folders in it whose names they know, but may not list it.
    chmodSync(folder, 0o711);
    // Other users must be able to read files that this process writes, and files of programs must get the usual modes.
    process.umask(0o022);
    tier.enter();
    closeDescriptorsOnExecute();
  } catch (error) {
    removeSmallTree(folder);
    throw error;
  }
  return new WorkerArena(tier, folder, users ?? nominalUsers);
}

/** Programs must not inherit descriptors that this process has inherited, such as a log or a lock of its parent. */
function closeDescriptorsOnExecute(): void {
  const standardError = 2;
  for (const descriptor of readdirSync("/proc/self/fd").map(Number)) {
    // The descriptor of the listing itself is closed by now.
    if (descriptor > standardError && existsSync(`/proc/self/fd/${descriptor}`)) closeOnExecute(descriptor);
  }
}

class WorkerArena implements Arena {
  readonly #tier: Tier;
  readonly #folder: string;
  readonly #launches: Launches;
  readonly #nextPort = { ordinary: nextPort(), high: nextPort(0, "high") };
  readonly #removeAtExit = () => this.#remove();
  readonly #sharedPorts: SharedPorts;
  #tables: SocketTable[] = [openSocketTable()];
  #socketPaths = 0;
  #callsLack: { why: Lack | null } | null = null;

  constructor(tier: Tier, folder: string, users: readonly number[]) {
    this.#tier = tier;
    this.#folder = folder;
    this.#launches = new Launches(tier, folder, users);
    this.#sharedPorts = new SharedPorts(
      () => this.#readAll("all"),
      () => socketInodes(["self", ...this.#launches.pids()]),
    );
    process.once("exit", this.#removeAtExit);
  }

  get isolation() {
    return this.#tier.isolation;
  }

  get hasNetworks() {
    return this.#tier.hasNetworks;
  }

  get showsMachines() {
    return this.#tier.showsMachines;
  }

  get closedFolders() {
    return this.#tier.closedFolders ?? [];
  }

  renewNetwork({ isShared = false } = {}): void {
    this.#tier.renewShared();
    if (!this.#tier.renewNetwork(isShared)) return;
    for (const table of this.#tables) table.close();
    this.#tables = [openSocketTable()];
  }

  addNetwork(): void {
    if (this.#tier.addNetwork()) this.#tables.push(openSocketTable());
  }

  addInterface(address: string): void {
    if (this.isolation.network) addInterface(address);
  }

  launch(options: LaunchOptions): RunningProgram {
    return this.#launches.start(options, this.#serving);
  }

  lacks(insight: Insight): Lack | null {
    if (process.platform !== "linux") return "linux";
    if (insight !== "calls") return null;
    this.#callsLack ??= { why: tracingLack(this.isolation) };
    return this.#callsLack.why;
  }

  sockets(wanted: "all" | "open" = "all"): SocketSample[] {
    return this.#tier.ours(this.#read(wanted), () => this.#launches.pids());
  }

  async takePorts(ports: readonly number[]): Promise<KeptPort[]> {
    return this.hasNetworks ? [] : this.#sharedPorts.take(ports);
  }

  releasePorts(): void {
    this.#sharedPorts.release();
  }

  async freePort(range: PortRange = "ordinary"): Promise<number> {
    return this.hasNetworks ? this.#nextPort[range](this.#readAll("all")) : this.#sharedPorts.free(range);
  }

  async awaitPorts(): Promise<void> {}

  narrowSocket(address: string): number {
    return narrowSocket(address);
  }

  listenDeaf(address: string, port: number) {
    return openDeafListener(address, port);
  }

  socketPath(): string {
    return join(this.#folder, `socket-${this.#socketPaths++}`);
  }

  recordAttempts() {
    return this.#tier.recordAttempts();
  }

  async close(): Promise<void> {
    await this.#launches.end();
    process.off("exit", this.#removeAtExit);
    this.#remove();
    await removeTree(this.#folder);
    for (const table of this.#tables) table.close();
    this.releasePorts();
  }

  obstacle(port: number): PortObstacle | null {
    // With a network or addresses of its own a test has all ports.
    return this.hasNetworks ? null : this.#sharedPorts.obstacle(port);
  }

  /** The sockets of every network that this test has. */
  #read(wanted: Wanted, protocol?: Protocol): SocketSample[] {
    return this.#tier.inside(this.#readAll(wanted, protocol));
  }

  #readAll(wanted: Wanted, protocol?: Protocol): SocketSample[] {
    return this.#tables.flatMap((table) => table.read(wanted, protocol));
  }

  /** Listing the processes costs more than listing the sockets. */
  readonly #serving: FindServing = (known, pids, protocol) => {
    const sockets = this.#read("serving", protocol);
    if (sockets.some(({ inode }) => !known.has(inode))) for (const inode of socketInodes(pids())) known.add(inode);
    return sockets.filter(({ inode }) => known.has(inode));
  };

  /** Synchronous, because nothing can be awaited when the process exits. Larger trees are removed with the folder of the whole run. */
  #remove(): void {
    this.#launches.destroy();
    removeSmallTree(this.#folder);
  }
}
