import type { Arena, Limits, RunningProgram } from "../arena/arena.ts";
import { type DeafListener, openDeafListener } from "../arena/deaf-listener.ts";
import { narrowSocket } from "../arena/narrow-socket.ts";
import { type Drawn, fill } from "../spec/draw.ts";
import type { Test } from "../spec/lab.ts";
import type { World } from "../spec/world.ts";
import { LabFault } from "../steps/names.ts";
import { payloadBytes } from "../steps/payload.ts";
import type { Actor, Scene, StartOptions, StepFailure, Waited, WaitOptions } from "../steps/scene.ts";
import type { SocketSample } from "../watch/look.ts";
import type { TcpListener } from "../wire/tcp-listener.ts";
import type { TcpPeer } from "../wire/tcp-peer.ts";
import { Transcript } from "../wire/transcript.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import { closedOutput } from "./closed-output.ts";
import { Patience, type PatienceLimits } from "./patience.ts";
import { fillPort, portWords } from "./port-habit.ts";
import { isLaunchable, type Launchable, type PreparedProgram } from "./prepared-program.ts";
import { randomBytes } from "./random-bytes.ts";
import { reachesOut } from "./reaches-out.ts";
import { Watcher } from "./watcher.ts";
import { type EnteredWorld, enterWorld } from "./world.ts";

/** What a stage needs to know about the test it is set for. */
export interface Setting {
  test: Pick<Test, "id" | "payloads">;
  /** The role under test. */
  role: string;
  programs: readonly PreparedProgram[];
  seed: string;
  /** What the programs find besides themselves. */
  world?: World | undefined;
  patience: PatienceLimits;
  limits: Limits;
  /** Whether the calls of its programs are written down. @default false */
  tracesCalls?: boolean;
  /** Whether fixed limits take the place of the program watch. @default false */
  isBlind?: boolean;
}

/** Plays one list of steps after another; given by the player, so that the stage need not know the language. */
export type PlaySteps = (steps: readonly unknown[], scene: Scene) => Promise<StepFailure | null>;

/** The scene of one test: its network, its programs, the peers the grader plays, and what was seen. */
export class Stage implements Scene {
  readonly transcript = new Transcript();
  readonly peers = new Map<string, TcpPeer | UdpPeer>();
  readonly listeners = new Map<string, TcpListener>();
  readonly actors = new Map<string, Actor>();
  readonly notes = new Map<string, number>();
  readonly role: string;
  readonly watcher: Watcher;
  readonly #arena: Arena;
  readonly #setting: Setting;
  readonly #patience: Patience;
  readonly #playSteps: PlaySteps;
  readonly #launched: RunningProgram[] = [];
  readonly #deaf: DeafListener[] = [];
  readonly #ports = new Map<string, number>();
  readonly #draws = new Map<string, number>();
  #world: EnteredWorld | null = null;

  constructor(arena: Arena, setting: Setting, playSteps: PlaySteps) {
    this.#arena = arena;
    this.#setting = setting;
    this.#playSteps = playSteps;
    this.role = setting.role;
    const alive = () => this.#launched.filter((program) => program.exit === null);
    this.watcher = new Watcher(arena, alive, setting.isBlind ?? false);
    const allGone = () => this.#launched.length > 0 && alive().length === 0;
    this.#patience = new Patience({
      transcript: this.transcript,
      watcher: this.watcher,
      limits: setting.patience,
      allGone,
    });
  }

  /** Opens the world around the programs that will be started; what its draws are. */
  async enterWorld(): Promise<Drawn> {
    const { world, seed, test } = this.#setting;
    if (world === undefined) return {};
    const random = (label: string, length: number) => randomBytes(seed, `${test.id} world ${label}`, length);
    this.#world = await enterWorld(world, this.#arena, random, (work) => this.during(work));
    return this.#world.drawn;
  }

  get listenAddresses(): readonly string[] {
    return this.#arena.isolation.network ? ["0.0.0.0", "::"] : ["127.0.0.1", "::1"];
  }

  until<T>(condition: () => T | undefined, options?: WaitOptions): Promise<Waited<T>> {
    return this.#patience.until(condition, options);
  }

  settled<T>(promise: Promise<T>): Promise<Waited<T>> {
    return this.#patience.settled(promise);
  }

  during<T>(work: Promise<T>): Promise<T> {
    return this.#patience.during(work);
  }

  get reachesOut(): boolean {
    return reachesOut(this.watcher.lastLook);
  }

  sockets(): SocketSample[] {
    return this.#arena.sockets();
  }

  get hasNetworks(): boolean {
    return this.#arena.isolation.network;
  }

  addNetwork(): void {
    this.#arena.addNetwork();
  }

  async listenDeaf(port: number): Promise<void> {
    this.#deaf.push(await openDeafListener(this.hasNetworks ? "0.0.0.0" : "127.0.0.1", port));
  }

  play(steps: readonly unknown[]): Promise<StepFailure | null> {
    return this.#playSteps(steps, this);
  }

  async playTogether(branches: readonly (readonly unknown[])[]): Promise<StepFailure | null> {
    const failures = await this.#patience.together(branches.map((steps) => () => this.play(steps)));
    return failures.find((failure) => failure !== null) ?? null;
  }

  narrowSocket(address: string): number {
    return narrowSocket(address);
  }

  random(length: number, label: string): Buffer {
    const draw = (this.#draws.get(label) ?? 0) + 1;
    this.#draws.set(label, draw);
    return randomBytes(this.#setting.seed, `${this.#setting.test.id} ${label} ${draw}`, length);
  }

  payload(name: string): Buffer {
    const fields = this.#setting.test.payloads?.[name];
    if (fields === undefined) throw new LabFault(`the test has no payload named ${name}`);
    const random = (length: number) =>
      randomBytes(this.#setting.seed, `${this.#setting.test.id} payload ${name}`, length);
    return payloadBytes(
      fill(fields, this.#world?.drawn ?? {}),
      { random, payload: (inner) => this.payload(inner) },
      name,
    );
  }

  kind(role: string): "server" | "client" | "program" {
    return this.#prepared(role).kind;
  }

  transport(role: string): "tcp" | "udp" {
    return this.#prepared(role).transport;
  }

  async portOf(role: string): Promise<number> {
    const program = this.#prepared(role);
    if (program.sourcePort !== null) return program.sourcePort;
    const port = this.#ports.get(role) ?? (await this.#arena.freePort());
    this.#ports.set(role, port);
    return port;
  }

  async start(options: StartOptions): Promise<Actor | StepFailure> {
    const prepared = this.#prepared(options.role);
    if (!isLaunchable(prepared.launch)) {
      const { kind } = prepared.launch;
      if (kind === "no-toolchain") throw new Error(`the ${prepared.launch.package} package is missing`);
      return { code: kind, who: options.role };
    }
    const { port, told } = await this.#portFor(prepared, options);
    return this.#launch(prepared, prepared.launch, options, port, told);
  }

  /** Ends the test: nothing of it is left afterwards, neither process nor socket. */
  async end(): Promise<void> {
    this.transcript.close();
    await Promise.all(this.#launched.map((program) => program.kill()));
    await Promise.all([...this.peers.values(), ...this.listeners.values()].map((peer) => peer.discard()));
    for (const listener of this.#deaf) listener.close();
    await this.#world?.close();
  }

  /** The port that is meant, if any, and what the program is told instead of or about it. */
  async #portFor(
    prepared: PreparedProgram,
    { port, role }: StartOptions,
  ): Promise<{ port: number | null; told: number | string | null }> {
    if (port === "none") return { port: null, told: null };
    if (typeof port === "object" && "invalid" in port) return { port: null, told: port.invalid };
    const number = typeof port === "object" ? port.same : await this.#askedPort(prepared, role, port);
    return { port: number, told: number };
  }

  /** `as-asked` names a fresh port even to a program that will not heed it: that is what is to be seen. */
  async #askedPort(prepared: PreparedProgram, role: string, how: "given" | "as-asked"): Promise<number> {
    return how === "as-asked" && prepared.asked.kind !== "source" ? this.#arena.freePort() : this.portOf(role);
  }

  #launch(
    prepared: PreparedProgram,
    launch: Launchable,
    options: StartOptions,
    port: number | null,
    told: number | string | null,
  ): Actor {
    const words = portWords(options.port === "as-asked" ? prepared.asked : prepared.habit, told);
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    const program = this.#arena.launch({
      name: options.role,
      argv: [...fillPort(launch.command.argv, told), ...words.argv, ...(options.words ?? [])],
      env: { ...launch.command.env, ...words.env },
      files: launch.files,
      ...(launch.build !== null && { build: { folder: launch.build, writable: false } }),
      toolFolders: launch.toolFolders,
      ...(this.#world && { machine: this.#world.machine }),
      limits: this.#setting.limits,
      traceCalls: this.#setting.tracesCalls ?? false,
      stdin: options.stdin,
      stdout: options.stdout === "closed" ? closedOutput(launch) : options.stdout,
      onOutput: (stream, bytes) => {
        output[stream].push(bytes);
        this.transcript.record(options.role, stream, { bytes });
      },
    });
    this.#launched.push(program);
    this.transcript.record(options.role, "started", { detail: [...words.argv, ...(options.words ?? [])].join(" ") });
    if (words.typed !== null) program.type(Buffer.from(words.typed));
    void program.exited.then((exit) =>
      this.transcript.record(options.role, "exited", { detail: `status ${exit.status}` }),
    );
    const actor: Actor = {
      role: options.role,
      language: launch.language,
      program,
      words: options.words ?? [],
      promptBytes: null,
      givenPort: port,
      listenedOn: null,
      looksUpNames: Object.keys(this.#setting.world?.hosts ?? {}).length > 0,
      portIsFixed: prepared.sourcePort !== null && prepared.asked.kind !== "source",
      output,
      used: { stdout: 0, stderr: 0 },
      exit: () => program.exit,
      relays: [],
      serving: (transport = prepared.transport) =>
        program.listening().filter((socket) => socket.protocol === transport),
    };
    this.actors.set(options.role, actor);
    return actor;
  }

  #prepared(role: string): PreparedProgram {
    const found = this.#setting.programs.find((program) => program.role === role);
    if (found === undefined) throw new LabFault(`the lab has no program named ${role}`);
    return found;
  }
}
