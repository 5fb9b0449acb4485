import { once } from "node:events";
import net from "node:net";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import { familyOf, listProcesses } from "./list-processes.ts";
import { listersHere, type SocketLister } from "./list-sockets.ts";
import type { SystemSocket } from "./system-socket.ts";

/** A program whose sockets are to be found. */
export interface Holder {
  readonly pid: number | null;
  readonly isRunning: boolean;
  readonly likelyPorts: readonly number[];
}

/** Finds the sockets of programs, without ever connecting to one. */
export interface SocketFinder {
  /** The sockets on which it serves: TCP listening, or UDP bound without a peer. */
  serving(holder: Holder, protocol?: Protocol): SocketSample[];
  /** Every socket of the machine, as far as the system shows them. */
  all(): SocketSample[];
  /**
   * What keeps a server from one of these ports: another process that serves there or, if `pid` is null, connections of an earlier
   * server in TIME_WAIT. Null if all are available.
   *
   * @param own processes that may have the ports, because the test is about that
   */
  keptFrom(
    ports: readonly number[],
    protocol: Protocol,
    own: readonly number[],
  ): { port: number; pid: number | null } | null;
  /** The connections in TIME_WAIT on those of the ports at which nobody serves. */
  lingering(ports: readonly number[]): SocketSample[];
}

/**
 * Chooses the first way of listing sockets that shows a socket of this process.
 *
 * @throws if none does
 */
export async function chooseSocketFinder(candidates = listersHere()): Promise<SocketFinder> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  try {
    for (const lister of candidates) {
      const own = lister()?.find(({ localPort, remotePort }) => localPort === port && remotePort === 0);
      if (own?.pid === process.pid) return new ListedSockets(lister, true);
      if (own?.pid === null) return new ListedSockets(lister, false);
    }
  } finally {
    server.close();
  }
  throw new Error("this machine does not show which ports are in use: lsof is missing, or it refuses");
}

class ListedSockets implements SocketFinder {
  readonly #lister: SocketLister;
  /** Whether the list shows which process holds a socket; else a socket on a likely port counts as the program's. */
  readonly #tellsHolders: boolean;
  readonly #families = new WeakMap<Holder, Family>();

  constructor(lister: SocketLister, tellsHolders: boolean) {
    this.#lister = lister;
    this.#tellsHolders = tellsHolders;
  }

  /**
   * Sockets are returned only from a new list: a server may have closed its socket since the last one. An empty answer is kept for a
   * short time, because a caller that waits asks again.
   */
  serving(holder: Holder, protocol?: Protocol): SocketSample[] {
    const family = this.#families.get(holder) ?? {
      own: new Set([holder.pid ?? -1]),
      others: new Set(),
      nothingUntilMs: new Map(),
    };
    this.#families.set(holder, family);
    const startMs = performance.now();
    if (startMs < (family.nothingUntilMs.get(protocol) ?? 0)) return [];
    const found = this.#list()
      .filter((socket) => isServing(socket) && (protocol === undefined || socket.protocol === protocol))
      .filter((socket) => this.#isOf(socket, holder, family));
    const endMs = performance.now();
    // So at most a third of a wait is spent on listing.
    if (found.length === 0) family.nothingUntilMs.set(protocol, endMs + 2 * (endMs - startMs));
    return distinct(found.map(toSample));
  }

  all(): SocketSample[] {
    return this.#list().map(toSample);
  }

  keptFrom(ports: readonly number[], protocol: Protocol, own: readonly number[]) {
    const there = this.#list().filter((socket) => ports.includes(socket.localPort) && socket.protocol === protocol);
    const taken = there.find((socket) => isServing(socket) && socket.pid !== null && !own.includes(socket.pid));
    if (taken) return { port: taken.localPort, pid: taken.pid };
    // On Windows, TIME_WAIT does not keep a server from a port.
    const lingering = process.platform === "win32" ? undefined : there.find(({ isLingering }) => isLingering);
    return lingering ? { port: lingering.localPort, pid: null } : null;
  }

  lingering(ports: readonly number[]): SocketSample[] {
    const there = this.#list().filter(({ localPort, protocol }) => protocol === "tcp" && ports.includes(localPort));
    const served = new Set(there.filter(isServing).map(({ localPort }) => localPort));
    return there.filter(({ isLingering, localPort }) => isLingering && !served.has(localPort)).map(toSample);
  }

  #list(): SystemSocket[] {
    const sockets = this.#lister();
    if (sockets === null) throw new Error("the list of this machine's sockets failed");
    return sockets;
  }

  #isOf({ pid, localPort }: SystemSocket, holder: Holder, family: Family): boolean {
    if (!this.#tellsHolders) return holder.likelyPorts.includes(localPort);
    if (pid === null) return false;
    if (!family.own.has(pid) && !family.others.has(pid)) this.#classify(pid, holder, family);
    return family.own.has(pid);
  }

  /** Lists all processes to classify an unknown one; only then, because on Windows it takes half a second. */
  #classify(pid: number, holder: Holder, family: Family): void {
    const processes = listProcesses();
    for (const each of familyOf(holder.pid ?? -1, processes)) family.own.add(each);
    for (const each of [pid, ...processes.map((process) => process.pid)]) {
      if (!family.own.has(each)) family.others.add(each);
    }
  }
}

/** What is known about the processes of one program. */
interface Family {
  /** Its processes. */
  own: Set<number>;
  /** Processes that are not its own. */
  others: Set<number>;
  /** By protocol (undefined: any): until when the answer that it does not serve is kept. */
  nothingUntilMs: Map<Protocol | undefined, number>;
}

/** Several processes may hold one socket. */
function distinct(samples: readonly SocketSample[]): SocketSample[] {
  const key = ({ protocol, localAddress, localPort }: SocketSample) => `${protocol} ${localAddress} ${localPort}`;
  return [...new Map(samples.map((sample) => [key(sample), sample])).values()];
}

function isServing({ remotePort, isLingering, localPort }: SystemSocket): boolean {
  return remotePort === 0 && localPort !== 0 && !isLingering;
}

/** The sentence for a student whose program cannot have its port. */
export function takenSentence(port: number, pid: number): string {
  const by = ` (process ${pid})`;
  const airPlay = process.platform === "darwin" && (port === 5000 || port === 7000);
  const hint = airPlay
    ? ": macOS gives it to the AirPlay Receiver unless that is switched off in the System Settings"
    : "";
  return `port ${port} is taken by another program on this machine${by}${hint}; end that program, or use another port`;
}

function toSample(socket: SystemSocket): SocketSample {
  const state = socket.isLingering ? "TIME_WAIT" : socket.remotePort === 0 ? "LISTEN" : "ESTABLISHED";
  return {
    inode: 0,
    protocol: socket.protocol,
    state: socket.protocol === "udp" ? "CLOSE" : state,
    localAddress: socket.localAddress,
    localPort: socket.localPort,
    remoteAddress: socket.remoteAddress,
    remotePort: socket.remotePort,
    receiveQueue: 0,
    sendQueue: 0,
    ipv6Only: socket.ipv6Only,
  };
}
