import type { Exit, RunningProgram } from "../../runner/arena/running-program.ts";
import type { SocketSample } from "../../runner/linux/socket-sample.ts";
import type { LaunchedProgram } from "../../runner/steps/step-context.ts";

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
