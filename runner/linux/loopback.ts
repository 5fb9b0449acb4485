import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import koffi from "koffi";
import { ipv4Text, ipv6Text, plainAddress } from "./addresses.ts";
import { claimName } from "./claim-name.ts";
import type { Attempt } from "./packet.ts";
import type { SocketSample } from "./socket-sample.ts";

/**
 * The network of one test on a machine without namespaces: a block of sixteen addresses of 127.0.0.0/8. Processes that have loaded
 * the library of native/loopback.h see them as 127.0.0.1, ::1 and other addresses.
 */
export class LoopbackNetwork {
  readonly #block: number;
  readonly #journal: string;
  #read = { bytes: 0, records: [] as Record[] };

  /** @param journal file in which all processes in the network record the addresses that they bind and contact */
  constructor(block: number, journal: string) {
    this.#block = block;
    this.#journal = journal;
    writeFileSync(journal, "");
    // Programs may run as other users.
    chmodSync(journal, 0o666);
  }

  /** The file that all processes in this network write to. */
  get journal(): string {
    return this.#journal;
  }

  /** The real address that stands for 127.0.0.1, as a number. */
  get realHost(): number {
    return this.#block + places.loopback;
  }

  /** The real address and port of the socket that was bound last to a port; null if there is none. */
  realPlace(protocol: "tcp" | "udp", port: number): { host: number; port: number } | null {
    const record = this.#bound().findLast((each) => each.protocol === protocol && each.port === port);
    return record ? { host: record.place, port: record.realPort } : null;
  }

  /**
   * The variables with which a program is started in this network.
   *
   * @param address the IPv4 address of its machine, the source of its connections to other machines; null: it has none
   */
  environment(library: string, address: string | null): { WIRECHECK_NETWORK: string; LD_PRELOAD: string } {
    const own = address === null ? 0 : hostOf(address);
    return { WIRECHECK_NETWORK: `${this.#block}:${own}:${this.#journal}`, LD_PRELOAD: library };
  }

  /** Moves this process into it; sockets that are already open stay in the network in which they were made. */
  enter(library: LoopbackLibrary): void {
    library.enter(this.#block, this.#journal);
  }

  remove(): void {
    rmSync(this.#journal, { force: true });
  }

  /** The sockets that are in this network, with the addresses that programs asked for. */
  inside(sockets: readonly SocketSample[]): SocketSample[] {
    const own = sockets.filter((each) => this.#holds(each.localAddress) || this.#holds(each.remoteAddress));
    if (own.length === 0) return [];
    const bound = new Map(this.#bound().map((record) => [record.inode, record]));
    return own.map((each) => {
      const local = this.#believed(each.localAddress, each.localPort);
      const remote = this.#believed(each.remoteAddress, each.remotePort);
      const asked = each.inode === 0 || each.remotePort !== 0 ? undefined : bound.get(each.inode);
      return {
        ...each,
        localAddress: asked?.address ?? local.address,
        localPort: asked?.port ?? local.port,
        remoteAddress: remote.address,
        remotePort: remote.port,
        ipv6Only: asked?.isIpv6Only ?? false,
      };
    });
  }

  /** The destinations to which programs have connected or sent so far. */
  attempts(): Attempt[] {
    return this.#records().flatMap(({ event, protocol, address, port }) =>
      event === reachEvent ? [{ protocol, address: plainAddress(address), port, sourcePort: 0 }] : [],
    );
  }

  #holds(address: string): boolean {
    const host = hostOf(address);
    return host !== null && (host & ~15) >>> 0 === this.#block;
  }

  /** The address and port by which programs know a real address and port. */
  #believed(address: string, port: number): { address: string; port: number } {
    const host = hostOf(address);
    if (host === null || !this.#holds(address)) return { address, port };
    const record = this.#bound().findLast((each) => each.place === host && each.realPort === port);
    const isMapped = address.includes(":");
    const place = host & 15;
    if (place === places.overIpv6 && isMapped) return { address: "::1", port: record?.port ?? port };
    const foreign = place >= places.firstForeign && record ? record.address : "127.0.0.1";
    return { address: isMapped ? `::ffff:${foreign}` : foreign, port: record?.port ?? port };
  }

  #bound(): Record[] {
    return this.#records().filter(({ event }) => event === bindEvent);
  }

  /** A hostile program may write anything into the journal: no more is read than an ordinary program needs. */
  #records(): readonly Record[] {
    const bytes = Math.min(statSync(this.#journal, { throwIfNoEntry: false })?.size ?? 0, longestJournal);
    if (bytes !== this.#read.bytes) {
      this.#read = { bytes, records: parseJournal(readFileSync(this.#journal).subarray(0, bytes)) };
    }
    return this.#read.records;
  }
}

/** The library of native/loopback.h in this process. */
export interface LoopbackLibrary {
  /** Makes sockets that are opened from now on part of that block; 0: of the machine's own network. */
  enter(block: number, journal: string): void;
}

/** Finds the library in this process; null if the process was not started with it. */
export function loadedLibrary(path: string): LoopbackLibrary | null {
  if (!(process.env.LD_PRELOAD ?? "").split(":").includes(path)) return null;
  const enter = koffi.load(path).func("wirecheck_enter", "void", ["uint32_t", "str"]);
  return { enter: (block, journal) => void enter(block, journal) };
}

/**
 * Claims a share of the loopback addresses, which no other process of this network namespace then has, and returns a function that
 * gives its blocks one after another; null if all shares are claimed. Before a block is given again, TIME_WAIT in it is over.
 */
export function claimBlocks(): (() => number) | null {
  for (let second = firstOctet; second <= lastOctet; second += 1) {
    if (claimName(`loopback/${second}`) === null) continue;
    let last = 0;
    return () => {
      last = (last + 1) % blocksInShare;
      return ((127 << 24) | (second << 16) | (last << 4)) >>> 0;
    };
  }
  return null;
}

const firstOctet = 64;
const lastOctet = 191;
const blocksInShare = 2 ** 12;

/** See native/loopback.h. */
const places = { loopback: 1, overIpv6: 2, firstForeign: 4 };
const bindEvent = 1;
const reachEvent = 2;
const recordBytes = 48;
const longestJournal = 2 ** 17;

interface Record {
  event: number;
  protocol: "tcp" | "udp";
  inode: number;
  address: string;
  port: number;
  realPort: number;
  /** The socket's real address as a number. */
  place: number;
  isIpv6Only: boolean;
}

/** The journal: a sequence of `struct record`. */
function parseJournal(bytes: Buffer): Record[] {
  return Array.from({ length: Math.floor(bytes.length / recordBytes) }, (_, index) => {
    const record = bytes.subarray(index * recordBytes, (index + 1) * recordBytes);
    const isIpv4 = record.readUInt16LE(16) === 2;
    return {
      event: record.readUInt32LE(0),
      protocol: record.readUInt32LE(4) === 1 ? "tcp" : "udp",
      inode: Number(record.readBigUInt64LE(8)),
      address: isIpv4 ? ipv4Text(record.subarray(24, 28)) : ipv6Text(record.subarray(24, 40)),
      port: record.readUInt16BE(18),
      realPort: record.readUInt16BE(20),
      isIpv6Only: record.readUInt16LE(22) !== 0,
      place: record.readUInt32LE(40),
    };
  });
}

/** An IPv4 or IPv4-mapped address as a number; null for any other. */
function hostOf(address: string): number | null {
  const bytes = plainAddress(address).split(".").map(Number);
  return bytes.length === 4 ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : null;
}
