import type { Arena, PortObstacle } from "../arena/arena.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { StepTraits } from "../steps/step.ts";
import type {
  LaunchedProgram,
  StartOptions,
  StepContext,
  StepFailure,
  Waited,
  WaitOptions,
  WrittenSteps,
} from "../steps/step-context.ts";
import { fill } from "../steps/support/fill.ts";
import type { Manner } from "../steps/support/manner.ts";
import { LabFault } from "../steps/support/names.ts";
import { type PayloadFields, payloadBytes } from "../steps/support/payload.ts";
import { type Certificates, certificatesFor, type TestCertificates } from "../wire/certificates.ts";
import type { TcpListener } from "../wire/tcp-listener.ts";
import type { TcpPeer } from "../wire/tcp-peer.ts";
import { Transcript } from "../wire/transcript.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import { comesToRest } from "./comes-to-rest.ts";
import { Patience } from "./patience.ts";
import { Programs } from "./programs.ts";
import { randomBytes } from "./random-bytes.ts";
import { reachesOut } from "./reaches-out.ts";
import { Rest } from "./rest.ts";
import { takePorts } from "./take-ports.ts";
import type { TestSetup } from "./test-setup.ts";
import { Watcher } from "./watcher.ts";
import { type EnteredWorld, enterWorld } from "./world.ts";

/** Plays a list of steps; given as a parameter, so that the run does not depend on the lab language. */
export type PlaySteps = (steps: WrittenSteps, run: TestRun) => Promise<StepFailure | null>;

/** One run of a test: its network, its programs, the peers of the grader, and the transcript. */
export class TestRun implements StepContext {
  readonly transcript = new Transcript();
  readonly peers = new Map<string, TcpPeer | UdpPeer>();
  readonly promised = new Set<string>();
  readonly listeners = new Map<string, TcpListener>();
  readonly notes = new Map<string, number>();
  readonly learnt: Manner[] = [];
  readonly values = new Map<string, string>();
  readonly role: string;
  readonly watcher: Watcher;
  readonly #arena: Arena;
  readonly #setup: TestSetup;
  readonly #patience: Patience;
  readonly #rest: Rest;
  #isInHurry = false;
  #stepBefore: StepTraits<unknown> = {};
  readonly #playSteps: PlaySteps;
  readonly #programs: Programs;
  readonly #deaf: { close(): void }[] = [];
  readonly #draws = new Map<string, number>();
  /** The AF_UNIX sockets in the working folders of programs, by their paths there. */
  readonly #sockets = new Map<string, string>();
  #world: EnteredWorld | null = null;
  #certificates: Certificates | null = null;

  /** @param programs those of a launch that earlier tests have used. @default a launch of its own */
  constructor(arena: Arena, setup: TestSetup, playSteps: PlaySteps, programs = new Programs(arena, setup)) {
    this.#arena = arena;
    this.#setup = setup;
    this.#playSteps = playSteps;
    this.role = setup.role;
    this.#programs = programs;
    programs.beginTest(this.transcript);
    this.watcher = new Watcher(arena, () => programs.alive(), setup.isUnwatched ?? false);
    this.#patience = new Patience({
      transcript: this.transcript,
      watcher: this.watcher,
      limits: setup.patience,
      allGone: () => programs.allGone(),
      endPastLimits: () => programs.endPastLimits(),
      isHeld: (socket) => this.#isHeld(socket),
    });
    this.#rest = new Rest({
      watcher: this.watcher,
      pids: () => programs.pids(),
      sockets: () => arena.sockets("open"),
      ownPorts: () => this.#ownPorts(),
      isHeld: (socket) => this.#isHeld(socket),
    });
  }

  get launched(): ReadonlyMap<string, LaunchedProgram> {
    return this.#programs.byRole;
  }

  /**
   * Claims the ports in the sources of the programs for this test, before anything is started.
   *
   * @throws Error if one is not available: then the program cannot be judged here
   */
  async takePorts(): Promise<void> {
    await takePorts(this.#arena, this.#setup.programs);
  }

  /** Sets up the world of the programs before they are started; its draws become values. */
  async enterWorld(): Promise<void> {
    const { world, test } = this.#setup;
    if (world !== undefined) await this.#enterWorld(world);
    const { files, payloads } = test;
    const needsCertificates = [files, payloads].some((all) => Object.values(all ?? {}).some(({ pem }) => pem));
    if (needsCertificates) this.#certificates = await this.certificates();
  }

  /** The names of the world's draws, which have their values from the lab. */
  get drawn(): ReadonlySet<string> {
    return new Set(Object.keys(this.#world?.drawn ?? {}));
  }

  certificates(): Promise<TestCertificates> {
    return certificatesFor(["localhost", "127.0.0.1", "::1", ...(this.#world?.names ?? [])]);
  }

  async #enterWorld(world: NonNullable<TestSetup["world"]>): Promise<void> {
    const { seed, test } = this.#setup;
    const random = (label: string, length: number) => randomBytes(seed, `${test.id} world ${label}`, length);
    this.#world = await enterWorld(world, this.#arena, random, (work) => this.during(work));
    for (const [name, value] of Object.entries(this.#world.drawn)) this.values.set(name, value);
  }

  get listenAddresses(): readonly string[] {
    return this.#arena.hasNetworks ? ["0.0.0.0", "::"] : ["127.0.0.1", "::1"];
  }

  get datagramAddresses(): readonly string[] {
    const dialled = this.#setup.programs.flatMap(({ dials }) => (dials?.includes(".") ? [dials] : []));
    const answersWrongly = this.hasNetworks && dialled.some((address) => address !== "127.0.0.1");
    return answersWrongly ? [...new Set([...dialled, "127.0.0.1", "::"])] : this.listenAddresses;
  }

  until<T>(condition: () => T | undefined, options?: WaitOptions): Promise<Waited<T>> {
    return this.#patience.until(condition, options);
  }

  settled<T>(promise: Promise<T>, options?: WaitOptions): Promise<Waited<T>> {
    return this.#patience.settled(promise, options);
  }

  during<T>(work: Promise<T>): Promise<T> {
    return this.#patience.during(work);
  }

  pause(ms: number): Promise<void> {
    return this.#patience.pause(ms);
  }

  async rest(): Promise<boolean> {
    return !this.#isInHurry && this.#patience.isAlone && (await this.#rest.come()) !== "unseen";
  }

  async hurry<T>(play: () => Promise<T>): Promise<T> {
    await this.rest();
    this.#isInHurry = true;
    return play().finally(() => {
      this.#isInHurry = false;
    });
  }

  /** Before a step that acts on a program, waits until the programs rest; not within a row of such steps, and not after a timed one. */
  async prepareFor(step: StepTraits<unknown>): Promise<void> {
    if (step.nested) return;
    const before = this.#stepBefore;
    this.#stepBefore = step;
    const isInRow = step.acts === "in-a-row" && before.acts === step.acts;
    if (step.acts && !isInRow && !before.isTimed) await this.rest();
  }

  get reachesOut(): boolean {
    return reachesOut(this.watcher.lastLook);
  }

  sockets(): SocketSample[] {
    return this.#arena.sockets();
  }

  get hasNamespaces(): boolean {
    return this.#arena.isolation.network;
  }

  get hasNetworks(): boolean {
    return this.#arena.hasNetworks;
  }

  get hasOwnNames(): boolean {
    return this.#arena.isolation.network;
  }

  obstacle(port: number): PortObstacle | null {
    // The test itself may listen on the port of its program.
    if ([...this.listeners.values()].some((listener) => listener.port === port)) return null;
    return this.#arena.obstacle(port);
  }

  addNetwork(): void {
    this.#arena.addNetwork();
  }

  async listenDeaf(port: number): Promise<void> {
    this.#deaf.push(await this.#arena.listenDeaf(this.hasNetworks ? "0.0.0.0" : "127.0.0.1", port));
  }

  play(steps: WrittenSteps): Promise<StepFailure | null> {
    return this.#playSteps(steps, this);
  }

  async runTogether(branches: readonly WrittenSteps[]): Promise<StepFailure | null> {
    const failures = await this.#patience.together(branches.map((steps) => () => this.play(steps)));
    return failures.find((failure) => failure !== null) ?? null;
  }

  narrowSocket(address: string): number {
    return this.#arena.narrowSocket(address);
  }

  random(length: number, label: string): Buffer {
    const draw = (this.#draws.get(label) ?? 0) + 1;
    this.#draws.set(label, draw);
    return randomBytes(this.#setup.seed, `${this.#setup.test.id} ${label} ${draw}`, length);
  }

  payload(name: string): Buffer {
    const fields = this.#setup.test.payloads?.[name];
    if (fields === undefined) throw new LabFault(`the test has no payload named ${name}`);
    return this.#named("payload", name, fields);
  }

  file(name: string): Buffer {
    const fields = this.#setup.test.files?.[name];
    if (fields === undefined) throw new LabFault(`the lab has no file named ${name}`);
    return this.#named("file", name, fields);
  }

  #placedFiles(): Record<string, Buffer> {
    const names = Object.keys(this.#setup.test.files ?? {});
    return Object.fromEntries(names.map((name) => [name, this.file(name)]));
  }

  /** The bytes of a payload or file, the same at each call. Those of a file are the same in all tests, which may share a launch. */
  #named(kind: "payload" | "file", name: string, fields: PayloadFields): Buffer {
    const label = kind === "file" ? `file ${name}` : `${this.#setup.test.id} payload ${name}`;
    const random = (length: number) => randomBytes(this.#setup.seed, label, length);
    const source = {
      random,
      payload: (inner: string) => this.payload(inner),
      file: (inner: string) => this.file(inner),
      pem: (which: keyof Certificates) => Buffer.from(this.#certificates?.[which] ?? ""),
    };
    return payloadBytes(fill(fields, Object.fromEntries(this.values)), source, name);
  }

  kind(role: string): "server" | "client" | "program" {
    return this.#programs.prepared(role).kind;
  }

  transport(role: string): "tcp" | "udp" {
    return this.#programs.prepared(role).transport;
  }

  portOf(role: string): Promise<number> {
    return this.#programs.portOf(role);
  }

  defaultPortOf(role: string): number | undefined {
    return this.#programs.defaultPortOf(role);
  }

  pathOf(role: string): string | null {
    return this.#programs.prepared(role).path ?? null;
  }

  socketFor(path: string): string {
    const own = this.#arena.socketPath();
    this.#sockets.set(path, own);
    return own;
  }

  freePort(): Promise<number> {
    return this.#arena.freePort();
  }

  start(options: StartOptions): Promise<LaunchedProgram | StepFailure> {
    const placed = { files: this.#placedFiles(), sockets: Object.fromEntries(this.#sockets) };
    return this.#programs.start(options, this.#world, placed);
  }

  #isHeld(socket: SocketSample): boolean {
    return [...this.listeners.values()].some((listener) => listener.holds(socket));
  }

  /** The ports of the grader's own sockets, those of closed peers included. */
  #ownPorts(): Set<number> {
    const ports = [...this.peers.values()].map((peer) => (peer.transport === "tcp" ? peer.ownPort : peer.localPort));
    const all = [...ports, ...[...this.listeners.values()].map(({ port }) => port)];
    return new Set(all.filter((port) => port !== 0));
  }

  /** Ends the test with all its processes and sockets. */
  async end(): Promise<void> {
    this.transcript.close();
    await this.#programs.end();
    await Promise.all([...this.peers.values(), ...this.listeners.values()].map((peer) => peer.discard()));
    for (const listener of this.#deaf) listener.close();
    await this.#world?.close();
    this.#arena.releasePorts();
  }

  /**
   * Ends a test that used only peers, and lets its programs go on: the peers close their connections as clients do. Resolves with
   * whether the programs are then in the state in which they got ready; if not, `end` must be called.
   */
  async leave(): Promise<boolean> {
    this.transcript.close();
    await Promise.all([...this.peers.values()].map((peer) => peer.close()));
    return comesToRest(this.#rest, this.#programs, this.#arena);
  }
}
