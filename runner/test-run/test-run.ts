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
import type { Manner } from "../steps/support/manner.ts";
import type { TestCertificates } from "../wire/certificates.ts";
import { Transcript } from "../wire/transcript.ts";
import { comesToRest } from "./comes-to-rest.ts";
import { Endpoints } from "./endpoints.ts";
import { Patience } from "./patience.ts";
import { Programs } from "./programs.ts";
import { reachesOut } from "./reaches-out.ts";
import { Rest } from "./rest.ts";
import { RestBeforeSteps } from "./rest-before-steps.ts";
import { takePorts } from "./take-ports.ts";
import { TestData } from "./test-data.ts";
import type { TestSetup } from "./test-setup.ts";
import { Watcher } from "./watcher.ts";

/** Plays a list of steps; given as a parameter, so that the run does not depend on the lab language. */
export type PlaySteps = (steps: WrittenSteps, run: TestRun) => Promise<StepFailure | null>;

/** One run of a test: its network, its programs, the peers of the grader, and the transcript. */
export class TestRun implements StepContext {
  readonly transcript = new Transcript();
  readonly #endpoints = new Endpoints();
  readonly peers = this.#endpoints.peers;
  readonly listeners = this.#endpoints.listeners;
  readonly promised = new Set<string>();
  readonly absent = new Set<string>();
  readonly notes = new Map<string, number>();
  readonly learnt: Manner[] = [];
  readonly values: Map<string, string>;
  readonly role: string;
  readonly watcher: Watcher;
  readonly #arena: Arena;
  readonly #setup: TestSetup;
  readonly #patience: Patience;
  readonly #rest: Rest;
  readonly #restBefore: RestBeforeSteps;
  readonly #playSteps: PlaySteps;
  readonly #programs: Programs;
  readonly #data: TestData;
  /** The AF_UNIX sockets in the working folders of programs, by their paths there. */
  readonly #sockets = new Map<string, string>();

  /** @param programs those of a launch that earlier tests have used. @default a launch of its own */
  constructor(arena: Arena, setup: TestSetup, playSteps: PlaySteps, programs = new Programs(arena, setup)) {
    this.#arena = arena;
    this.#setup = setup;
    this.#playSteps = playSteps;
    this.role = setup.role;
    this.#programs = programs;
    this.#data = new TestData(setup);
    this.values = this.#data.values;
    programs.beginTest(this.transcript, setup.limits);
    this.watcher = new Watcher(arena, () => programs.alive(), setup.isUnwatched ?? false);
    this.#patience = new Patience({
      transcript: this.transcript,
      watcher: this.watcher,
      limits: setup.patience,
      allGone: () => programs.allGone(),
      endPastLimits: () => programs.endPastLimits(),
      isHeld: (socket) => this.#endpoints.holds(socket),
    });
    this.#rest = new Rest({
      watcher: this.watcher,
      pids: () => programs.pids(),
      reapedTicks: () => programs.reapedTicks(),
      sockets: () => arena.sockets("open"),
      ownPorts: () => this.#endpoints.ports(),
      isHeld: (socket) => this.#endpoints.holds(socket),
    });
    this.#restBefore = new RestBeforeSteps(this.#rest, () => this.#patience.isAlone);
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
  enterWorld(): Promise<void> {
    return this.#data.enterWorld(this.#arena, (work) => this.during(work));
  }

  /** The names of the world's draws, which have their values from the lab. */
  get drawn(): ReadonlySet<string> {
    return this.#data.drawn;
  }

  certificates(): Promise<TestCertificates> {
    return this.#data.certificates();
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

  rest(): Promise<boolean> {
    return this.#restBefore.come();
  }

  hurry<T>(play: () => Promise<T>): Promise<T> {
    return this.#restBefore.hurry(play);
  }

  /** Before a step that acts on a program, waits until the programs rest, unless the step must follow the last one at once. */
  prepareFor(step: StepTraits<unknown>): Promise<void> {
    return this.#restBefore.prepareFor(step);
  }

  get reachesOut(): boolean {
    return reachesOut(this.watcher.lastLook);
  }

  sockets(): SocketSample[] {
    return this.#arena.sockets();
  }

  /** See Arena.closedFolders. */
  get closedFolders(): readonly string[] {
    return this.#arena.closedFolders ?? [];
  }

  get hasNamespaces(): boolean {
    return this.#arena.isolation.network;
  }

  get hasNetworks(): boolean {
    return this.#arena.hasNetworks;
  }

  get hasOwnNames(): boolean {
    return this.#arena.showsMachines;
  }

  obstacle(port: number): PortObstacle | null {
    // The test itself may listen on the port of its program.
    return this.#endpoints.listensOn(port) ? null : this.#arena.obstacle(port);
  }

  addNetwork(): void {
    this.#arena.addNetwork();
  }

  async listenDeaf(port: number): Promise<void> {
    this.#endpoints.addDeaf(await this.#arena.listenDeaf(this.hasNetworks ? "0.0.0.0" : "127.0.0.1", port));
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
    return this.#data.random(length, label);
  }

  payload(name: string): Buffer {
    return this.#data.payload(name);
  }

  file(name: string): Buffer {
    return this.#data.file(name);
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
    const placed = { files: this.#data.files(), sockets: Object.fromEntries(this.#sockets) };
    return this.#programs.start(options, this.#data.world, placed);
  }

  /** Ends the test with all its processes and sockets. */
  async end(): Promise<void> {
    this.transcript.close();
    await this.#programs.end();
    await this.#endpoints.discard();
    await this.#data.world?.close();
    this.#arena.releasePorts();
  }

  /**
   * Ends a test that used only peers, and lets its programs go on: the peers close their connections as clients do. Resolves with
   * whether the programs are then in the state in which they got ready; if not, `end` must be called.
   */
  async leave(): Promise<boolean> {
    this.transcript.close();
    await this.#endpoints.closePeers();
    return comesToRest(this.#rest, this.#programs, this.#arena);
  }
}
