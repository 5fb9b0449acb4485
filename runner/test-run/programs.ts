import type { Arena } from "../arena/arena.ts";
import type { LaunchOptions, Limits } from "../arena/launch-options.ts";
import { type RunningProgram, reapedTicksOf } from "../arena/running-program.ts";
import { fillPort, type PortWords, portWords } from "../model/port-method.ts";
import { isLaunchable, type Launchable, type PreparedProgram } from "../model/prepared-program.ts";
import type { LaunchedProgram, StartOptions, StepFailure } from "../steps/step-context.ts";
import { LabFault } from "../steps/support/names.ts";
import { Transcript } from "../wire/transcript.ts";
import type { ProgramsSetup } from "./test-setup.ts";
import type { EnteredWorld } from "./world.ts";

/** The output of a program; if `divertTo` is set, that function gets what it prints from now on, and it is not output. */
type Output = LaunchedProgram["output"] & { divertTo: ((bytes: Buffer) => void) | null };

/** What a program finds in its working folder in addition to its own files, by the paths there. */
interface Placed {
  files: Readonly<Record<string, Buffer>>;
  sockets: Readonly<Record<string, string>>;
}

/** Starts the programs of one launch, which one test or several tests in turn use, and knows those that were started. */
export class Programs {
  /** The one that was started last in each role. */
  readonly byRole = new Map<string, LaunchedProgram>();
  readonly #arena: Arena;
  readonly #setup: ProgramsSetup;
  #transcript = new Transcript();
  readonly #launched: RunningProgram[] = [];
  readonly #ports = new Map<string, number>();

  constructor(arena: Arena, setup: ProgramsSetup) {
    this.#arena = arena;
    this.#setup = setup;
  }

  /** Begins a test: from now on, events go into its transcript, and what was printed before counts no longer, nor for the limit. */
  beginTest(transcript: Transcript, { outputBytes }: Pick<Limits, "outputBytes">): void {
    this.#transcript = transcript;
    for (const program of this.alive()) program.allowOutput(outputBytes);
    for (const { output, used } of this.byRole.values()) {
      output.stdout.length = 0;
      output.stderr.length = 0;
      used.stdout = 0;
      used.stderr = 0;
    }
  }

  /** The programs that run. */
  alive(): RunningProgram[] {
    return this.#launched.filter((program) => program.exit === null);
  }

  /** The processes of the programs that run; null while one has no process yet, or has ended and its exit is not reported yet. */
  pids(): number[] | null {
    const pids = this.alive().map((program) => program.pids());
    return pids.some((own) => own.length === 0) ? null : pids.flat();
  }

  /** CPU time, in clock ticks, of orphans that have ended. */
  reapedTicks(): number {
    return reapedTicksOf(this.alive());
  }

  /** Whether programs were launched and all have ended. */
  allGone(): boolean {
    return this.#launched.length > 0 && this.alive().length === 0;
  }

  /** Ends the programs that exceed a limit; resolves with whether there were any. */
  async endPastLimits(): Promise<boolean> {
    const ended = await Promise.all(this.alive().map((program) => program.endPastLimits()));
    return ended.includes(true);
  }

  /** The prepared program of a role. @throws LabFault if the lab has no such program */
  prepared(role: string): PreparedProgram {
    const found = this.#setup.programs.find((program) => program.role === role);
    if (found === undefined) throw new LabFault(`the lab has no program named ${role}`);
    return found;
  }

  /** The port of a role: the one in its source, or a free one, which stays the same for the launch. */
  async portOf(role: string): Promise<number> {
    const { sourcePort } = this.prepared(role);
    if (sourcePort !== null) return sourcePort;
    const port = this.#ports.get(role) ?? (await this.#arena.freePort());
    this.#ports.set(role, port);
    return port;
  }

  /** The port that the program uses when it is given none; undefined if that is not known. */
  defaultPortOf(role: string): number | undefined {
    return this.prepared(role).defaultPort;
  }

  /** Launches the program of a role, if it can be launched, with these files and sockets in its working folder. */
  async start(
    options: StartOptions,
    world: EnteredWorld | null,
    placed: Placed,
  ): Promise<LaunchedProgram | StepFailure> {
    const prepared = this.prepared(options.role);
    const { launch } = prepared;
    if (!isLaunchable(launch)) {
      if (launch.kind === "lacking") throw new Error(launch.reason.en);
      const who = options.role;
      if (launch.kind === "no-program") return { code: launch.kind, who };
      return { code: launch.kind, who, ...(launch.limit && { facts: { limit: launch.limit } }) };
    }
    const { port, told } = await this.#portFor(prepared, options);
    const words = portWords(options.port === "as-asked" ? prepared.asked : prepared.method, told, options.words);
    const output: Output = { stdout: [], stderr: [], divertTo: null };
    const start = this.#launchOptions(launch, options, { told, words, output, world, placed });
    // A second start within a test must find the port as the first one left it.
    const copy = [...this.byRole.values()].findLast(({ of }) => of === options.role);
    if (prepared.kind === "server" && port !== null && copy === undefined)
      await this.#arena.awaitPorts(this.#portsInSourceOf(prepared, port), prepared.transport, start);
    const user = prepared.kind === "server" && copy?.exit() === null ? { sharesUserWith: copy.program } : {};
    const program = this.#launch({ ...start, ...user }, words);
    const started = this.#describe(prepared, options, { port, output, program });
    this.byRole.set(started.role, started);
    return started;
  }

  /** The ports in the source that the program will use, or may use as long as that is not known. */
  #portsInSourceOf({ sourcePort, defaultPort }: PreparedProgram, port: number): readonly number[] {
    if (sourcePort !== null) return [sourcePort];
    return port === defaultPort ? [port] : (this.#setup.portsInSource ?? []);
  }

  /** Kills all programs. */
  async end(): Promise<void> {
    await Promise.all(this.#launched.map((program) => program.kill()));
  }

  /** The port on which the program is to serve or call, if any, and the text that it gets as its port. */
  async #portFor(
    prepared: PreparedProgram,
    { port, role }: StartOptions,
  ): Promise<{ port: number | null; told: number | string | null }> {
    if (port === "none" || prepared.path !== undefined) return { port: null, told: null };
    if (typeof port === "object" && "invalid" in port) return { port: null, told: port.invalid };
    const number = typeof port === "object" ? port.same : await this.#askedPort(prepared, role, port);
    return { port: number, told: number };
  }

  /** `as-asked` gives a new port even to a program that is known to ignore it, because the test shows that it does. */
  async #askedPort(prepared: PreparedProgram, role: string, how: "given" | "as-asked"): Promise<number> {
    if (how === "given") return this.portOf(role);
    return prepared.asked.kind === "source"
      ? (prepared.defaultPort ?? this.portOf(role))
      : this.#arena.freePort("high");
  }

  #launchOptions(
    launch: Launchable,
    { role, as: name = role, env = {}, stdin: wanted, stdout }: StartOptions,
    start: {
      told: number | string | null;
      words: PortWords;
      output: Output;
      world: EnteredWorld | null;
      placed: Placed;
    },
  ): LaunchOptions {
    const { told, words, output, world, placed } = start;
    const stdin = keyboardOf(launch, { stdin: wanted, stdout });
    // The variables for piped output (unbuffered, for example) are set only if the output goes to the grader's pipe.
    const isRead = stdin !== "terminal" && stdout !== "reader-gone";
    return {
      name,
      argv: [...fillPort(launch.command.argv, told), ...words.argv],
      env: { ...launch.command.env, ...(isRead && launch.pipedEnv), ...words.env, ...env },
      files: launch.files,
      placed: placed.files,
      sockets: placed.sockets,
      kept: this.#setup.keptFiles ?? [],
      ...(launch.build !== null && { build: { folder: launch.build, writable: false } }),
      toolFolders: launch.toolFolders,
      ...(world && { machine: world.machine }),
      limits: { ...this.#setup.limits, reservesMemory: launch.reservesMemory },
      likelyPorts: [...(typeof told === "number" ? [told] : []), ...(this.#setup.portsInSource ?? [])],
      traceCalls: this.#setup.tracesCalls ?? false,
      stdin,
      stdout: stdout === "closed" ? launch.closedOutput : stdout,
      onOutput: (stream, bytes) => {
        if (output.divertTo !== null) return output.divertTo(bytes);
        output[stream].push(bytes);
        this.#transcript.record(name, stream, { bytes });
      },
    };
  }

  #launch(options: LaunchOptions, words: PortWords): RunningProgram {
    const { name } = options;
    const program = this.#arena.launch(options);
    this.#launched.push(program);
    this.#transcript.record(name, "started", { detail: words.argv.join(" ") });
    if (words.typed !== null) program.type(Buffer.from(words.typed));
    void program.exited.then((exit) => this.#transcript.record(name, "exited", { detail: `status ${exit.status}` }));
    return program;
  }

  #describe(
    prepared: PreparedProgram,
    { role, as: name = role, words = [] }: StartOptions,
    { port, output, program }: { port: number | null; output: Output; program: RunningProgram },
  ): LaunchedProgram {
    return {
      role: name,
      of: role,
      language: isLaunchable(prepared.launch) ? prepared.launch.language : "",
      cannotSet: isLaunchable(prepared.launch) ? prepared.launch.cannotSet : [],
      needsTerminal: isLaunchable(prepared.launch) && prepared.launch.needsTerminal,
      holdsOutput: isLaunchable(prepared.launch) && prepared.launch.holdsOutput,
      program,
      words,
      promptBytes: null,
      givenPort: port,
      listenedOn: null,
      looksUpNames: !this.#arena.showsMachines && Object.keys(this.#setup.world?.hosts ?? {}).length > 0,
      portIsFixed: prepared.sourcePort !== null && prepared.asked.kind !== "source",
      output,
      used: { stdout: 0, stderr: 0 },
      exit: () => program.exit,
      divert: (listener) => {
        output.divertTo = listener;
      },
      relays: [],
      serving: (transport = prepared.transport) => program.listening(transport),
    };
  }
}

/** A program that reads only from a terminal gets one instead of a pipe. */
function keyboardOf({ needsTerminal }: Launchable, { stdin, stdout }: Pick<StartOptions, "stdin" | "stdout">) {
  return needsTerminal && stdin === "open" && stdout === "pipe" ? "terminal" : stdin;
}
