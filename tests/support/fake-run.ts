import type net from "node:net";
import type { SocketSample } from "../../runner/linux/socket-sample.ts";
import type { GaveUp, StartOptions, StepContext, Waited } from "../../runner/steps/step-context.ts";
import { certificatesFor } from "../../runner/wire/certificates.ts";
import { TcpPeer } from "../../runner/wire/tcp-peer.ts";
import { Transcript } from "../../runner/wire/transcript.ts";
import { UdpPeer } from "../../runner/wire/udp-peer.ts";
import { FakeLine } from "./fake-line.ts";
import { FakeProgram } from "./fake-program.ts";

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
  readonly absent = new Set<string>();
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
