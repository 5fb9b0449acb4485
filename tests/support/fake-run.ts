import { EventEmitter } from "node:events";
import type net from "node:net";
import type { Exit, RunningProgram } from "../../runner/arena/running-program.ts";
import type { SocketSample } from "../../runner/linux/socket-sample.ts";
import type { GaveUp, LaunchedProgram, StartOptions, StepContext, Waited } from "../../runner/steps/step-context.ts";
import { certificatesFor } from "../../runner/wire/certificates.ts";
import { TcpPeer } from "../../runner/wire/tcp-peer.ts";
import { Transcript } from "../../runner/wire/transcript.ts";
import { UdpPeer } from "../../runner/wire/udp-peer.ts";

/** Why a wait of a fake run ends when no further event is left. */
export const gaveUp: GaveUp = { why: "stuck", blocked: [], waitedMs: 0, limitMs: 0 };

/**
 * A run on which steps can be tested without processes and clocks. `next` lists what happens while a step waits, one
 * event for each check; when it is used up, the wait is given up.
 */
export class FakeRun implements StepContext {
  readonly transcript = new Transcript();
  readonly peers: StepContext["peers"] = new Map();
  readonly promised = new Set<string>();
  readonly listeners: StepContext["listeners"] = new Map();
  readonly launched = new Map<string, FakeProgram>();
  readonly notes: StepContext["notes"] = new Map();
  readonly learnt: StepContext["learnt"] = [];
  readonly values: StepContext["values"] = new Map();
  readonly next: (() => unknown)[] = [];
  /** Lists of steps passed to `play`. */
  readonly played: unknown[] = [];
  /** The calls of `start`, which returns the programs in `toStart`. */
  readonly started: StartOptions[] = [];
  readonly toStart: FakeProgram[] = [];
  readonly listenAddresses = ["127.0.0.1"];
  readonly datagramAddresses = ["127.0.0.1"];
  role = "server";
  kindOf: "server" | "client" | "program" = "server";
  transportOf: "tcp" | "udp" = "tcp";
  reachesOut = false;
  hasNetworks = true;
  hasOwnNames = true;
  hasNamespaces = true;
  waitsMs = 0;
  deaf: number | null = null;

  async until<T>(condition: () => T | undefined): Promise<Waited<T>> {
    for (;;) {
      const value = condition();
      if (value !== undefined) return { value };
      const happens = this.next.shift();
      if (happens === undefined) return { gaveUp };
      await happens();
    }
  }

  async settled<T>(promise: Promise<T>): Promise<Waited<T>> {
    return { value: await promise };
  }

  during<T>(work: Promise<T>): Promise<T> {
    return work;
  }

  async pause(ms: number): Promise<void> {
    this.waitsMs += ms;
  }

  async rest(): Promise<boolean> {
    return true;
  }

  async start(options: StartOptions) {
    this.started.push(options);
    const program = this.toStart.shift();
    if (program === undefined) return { code: "no-program", who: options.role } as const;
    this.launched.set(program.role, program);
    return program;
  }

  kind() {
    return this.kindOf;
  }

  transport() {
    return this.transportOf;
  }

  defaultPortOf(_role: string): number | undefined {
    return undefined;
  }

  async portOf(): Promise<number> {
    return 5000;
  }

  pathOf(): string | null {
    return null;
  }

  certificates() {
    return certificatesFor(["localhost"]);
  }

  socketFor(path: string): string {
    return path;
  }

  async freePort(): Promise<number> {
    return 0;
  }

  narrowSocket(): number {
    throw new Error("a fake run has no narrow line");
  }

  sockets(): SocketSample[] {
    return [];
  }

  obstacle(): null {
    return null;
  }

  addNetwork(): void {}

  async listenDeaf(port: number): Promise<void> {
    this.deaf = port;
  }

  async play(steps: unknown): Promise<null> {
    this.played.push(steps);
    return null;
  }

  hurry<T>(play: () => Promise<T>): Promise<T> {
    return play();
  }

  async runTogether(branches: unknown): Promise<null> {
    this.played.push(branches);
    return null;
  }

  /** Bytes that count up. */
  random(bytes: number): Buffer {
    return Buffer.from(Array.from({ length: bytes }, (_, index) => index % 256));
  }

  payload(name: string): Buffer {
    return Buffer.from(`payload ${name}`);
  }

  file(name: string): Buffer {
    return Buffer.from(`file ${name}`);
  }

  /** A TCP peer, by name, and the program's side of its connection. */
  stream(name = "alice"): { peer: TcpPeer; line: FakeLine } {
    const line = new FakeLine();
    const peer = TcpPeer.accepted(name, line as unknown as net.Socket, this.transcript);
    this.peers.set(name, peer);
    return { peer, line };
  }

  /** A UDP peer, by name; `hear` gives it a datagram from port 5000. */
  async datagrams(name = "alice"): Promise<{ peer: UdpPeer; hear: (text: string, port?: number) => void }> {
    const peer = await UdpPeer.connect(name, { address: "127.0.0.1", port: 5000 }, this.transcript);
    this.peers.set(name, peer);
    const hear = (text: string, port = 5000) => {
      const [bytes, from] = [Buffer.from(text), { address: "127.0.0.1", port }];
      peer.datagrams.push({ bytes, from, gapMs: 0 } as UdpPeer["datagrams"][number]);
      peer.log.received.push(bytes);
    };
    return { peer, hear };
  }

  /** A program that runs. */
  program(role = "server", parts: Partial<FakeProgram> = {}): FakeProgram {
    const program = Object.assign(new FakeProgram(role), parts);
    this.launched.set(role, program);
    return program;
  }

  /** Closes the sockets of its UDP peers. */
  async end(): Promise<void> {
    for (const peer of this.peers.values()) if (peer instanceof UdpPeer) await peer.discard();
  }
}

/** The program's side of a connection: it can send and end it, and keeps what it receives. */
export class FakeLine extends EventEmitter {
  readonly localPort = 40_000;
  readonly remotePort = 5000;
  readonly writable = true;
  readonly readableLength = 0;
  destroyed = false;
  closed = false;
  /** finish: the peer shut down writing; reset: it reset the connection. */
  seen: "finish" | "reset" | null = null;
  readonly came: Buffer[] = [];

  sends(text: string | Buffer): void {
    this.emit("data", Buffer.from(text));
  }

  closes(): void {
    this.emit("end");
  }

  resets(): void {
    this.emit("error", new Error("ECONNRESET"));
  }

  /** Everything it received, as text. */
  get text(): string {
    return Buffer.concat(this.came).toString();
  }

  write(bytes: Buffer, done: () => void): void {
    this.came.push(Buffer.from(bytes));
    done();
  }

  end(): void {
    this.seen = "finish";
  }

  destroySoon(): void {
    this.destroyed = true;
    this.closed = true;
  }

  resetAndDestroy(): void {
    this.seen = "reset";
    this.destroySoon();
  }

  setNoDelay(): void {}

  resume(): void {}

  pause(): void {}
}

/** A program that prints, listens and ends as a test says. */
export class FakeProgram implements LaunchedProgram {
  readonly role: string;
  readonly of: string;
  language = "Python";
  cannotSet: LaunchedProgram["cannotSet"] = [];
  holdsOutput = false;
  needsTerminal = false;
  words: readonly string[] = [];
  promptBytes: LaunchedProgram["promptBytes"] = null;
  givenPort: number | null = null;
  listenedOn: number | null = null;
  looksUpNames = false;
  portIsFixed = false;
  readonly output: LaunchedProgram["output"] = { stdout: [], stderr: [] };
  used = { stdout: 0, stderr: 0 };
  readonly relays: LaunchedProgram["relays"] = [];
  /** The calls it received: typed text, signals, `end of input`, `kill`. */
  readonly done: string[] = [];
  readonly files = new Map<string, Buffer>();
  listens: SocketSample[] = [];
  made: ReturnType<RunningProgram["calls"]> = [];
  options: RunningProgram["options"] = () => null;
  #exit: Exit | null = null;
  /** What it does when a signal comes. */
  onSignal: () => void = () => {};

  constructor(role: string) {
    this.role = role;
    this.of = role;
  }

  prints(text: string, stream: "stdout" | "stderr" = "stdout"): void {
    this.output[stream].push(Buffer.from(text));
  }

  ends(status = 0, about: Partial<Exit> = {}): void {
    this.#exit = { status, limit: null, leftBehind: 0, ...about };
  }

  readonly exit = (): Exit | null => this.#exit;

  divert(): void {}

  serving(): SocketSample[] {
    return this.listens;
  }

  get program(): RunningProgram {
    return {
      name: this.role,
      exited: Promise.resolve(this.#exit ?? { status: 0, limit: null, leftBehind: 0 }),
      exit: this.#exit,
      pids: () => [],
      listening: () => this.listens,
      options: (inode) => this.options(inode),
      calls: () => this.made,
      listeningAt: () => null,
      file: (path) => this.files.get(path) ?? null,
      allowOutput: () => {},
      type: (bytes) => void this.done.push(bytes.toString()),
      endInput: () => void this.done.push("end of input"),
      signal: (name) => {
        this.done.push(name);
        this.onSignal();
      },
      lookInto: async () => "",
      endPastLimits: async () => false,
      kill: async () => {
        this.done.push("kill");
        this.#exit ??= { status: 137, limit: null, leftBehind: 0 };
      },
    };
  }
}

/** A socket on which a program listens. */
export function listeningAt(localPort: number, localAddress = "0.0.0.0"): SocketSample {
  const queues = { receiveQueue: 0, sendQueue: 128, ipv6Only: false };
  const ends = { localAddress, localPort, remoteAddress: "0.0.0.0", remotePort: 0 };
  return { inode: localPort, protocol: "tcp", state: "LISTEN", ...ends, ...queues };
}
