import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import koffi from "koffi";
import { ipv4Text, ipv6Text, plainAddress } from "./addresses.ts";
import { claimName } from "./claim-name.ts";
import type { Attempt } from "./packet.ts";
import type { SocketSample } from "./socket-sample.ts";

/**
 * A network of one test where there are no namespaces: sixteen addresses of 127.0.0.0/8, its block, which those who have loaded
 * native/loopback.h's library take for 127.0.0.1, ::1 and the addresses of any machine.
 */
export class LoopbackNetwork {
  readonly #block: number;
  readonly #journal: string;
  #read = { bytes: 0, records: [] as Record[] };

  /** @param journal file in which everybody in the network writes down what was asked of sockets */
  constructor(block: number, journal: string) {
    this.#block = block;
    this.#journal = journal;
    writeFileSync(journal, "");
    // Programs may be other users.
    chmodSync(journal, 0o666);
  }

  /** The file that whoever is in this network writes to. */
  get journal(): string {
    return this.#journal;
  }

  /** What a program's environment must hold so that it is in this network. */
  environment(library: string): { WIRECHECK_NETWORK: string; LD_PRELOAD: string } {
    return { WIRECHECK_NETWORK: `${this.#block}:${this.#journal}`, LD_PRELOAD: library };
  }

  /** Moves this process into it: sockets that are open stay where they are. */
  enter(library: LoopbackLibrary): void {
    library.enter(this.#block, this.#journal);
  }

  remove(): void {
    rmSync(this.#journal, { force: true });
  }

  /** Of all sockets of the machine those of this network, with the addresses that were asked for. */
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

  /** Where programs connected or sent to so far. */
  attempts(): Attempt[] {
    return this.#records().flatMap(({ event, protocol, address, port }) =>
      event === reachEvent ? [{ protocol, address, port, sourcePort: 0 }] : [],
    );
  }

  #holds(address: string): boolean {
    const host = hostOf(address);
    return host !== null && (host & ~15) >>> 0 === this.#block;
  }

  /** What programs call an address and port of the kernel's. */
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

  /** What a program writes there may be anything; only as much of it is read as any honest one needs. */
  #records(): readonly Record[] {
    const bytes = Math.min(statSync(this.#journal, { throwIfNoEntry: false })?.size ?? 0, longestJournal);
    if (bytes !== this.#read.bytes) {
      this.#read = { bytes, records: parseJournal(readFileSync(this.#journal).subarray(0, bytes)) };
    }
    return this.#read.records;
  }
}

/** The library as this process itself has loaded it, before all others. */
export interface LoopbackLibrary {
  /** From now on sockets are made in that block; 0 for the network that everybody shares. */
  enter(block: number, journal: string): void;
}

/** Finds the library in this process; null where it was not started with it. */
export function loadedLibrary(path: string): LoopbackLibrary | null {
  if (!(process.env.LD_PRELOAD ?? "").split(":").includes(path)) return null;
  const enter = koffi.load(path).func("wirecheck_enter", "void", ["uint32_t", "str"]);
  return { enter: (block, journal) => void enter(block, journal) };
}

/**
 * Takes a share of loopback's addresses for this process, which no other one of this machine's network takes, and gives out its
 * blocks one after another; null where they are all taken. A block is used again long after TIME_WAIT in it is over.
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
const places = { overIpv6: 2, firstForeign: 4 };
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
  /** Where the socket really is. */
  realPort: number;
  place: number;
  isIpv6Only: boolean;
}

/** `struct record` after `struct record`. */
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

/** An address of IPv4, IPv4-mapped ones included, as a number; null for any other. */
function hostOf(address: string): number | null {
  const bytes = plainAddress(address).split(".").map(Number);
  return bytes.length === 4 ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : null;
}
