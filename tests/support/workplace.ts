import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtCommand } from "./built-command.ts";

/** How a run of wirecheck ended. */
export interface Ended {
  /** Exit status, or the signal that ended it. */
  status: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/** A running wirecheck. */
export interface Run {
  child: ChildProcess;
  /** Its output so far. */
  said: { stdout: string; stderr: string };
  ended: Promise<Ended>;
}

/** What a run must not leave behind. */
export interface Leftovers {
  /** Command lines of processes: programs under test, workers, the run itself. */
  processes: string[];
  /** Temporary files and folders. */
  files: string[];
}

export const nothingLeft: Leftovers = { processes: [], files: [] };

/** A folder for hand-ins and one for temporary files, and a mark that identifies all processes of a run. */
export class Workplace {
  /** Part of the name of every program, and a variable in the environment of wirecheck and its workers. */
  readonly mark = `m${randomBytes(6).toString("hex")}`;
  readonly folder = mkdtempSync(join(tmpdir(), "workplace-"));
  readonly temporary = join(this.folder, "tmp");
  #handIns = 0;

  constructor() {
    // Programs that run as another user need to enter it.
    chmodSync(this.folder, 0o755);
    mkdirSync(this.temporary);
  }

  /** Writes a hand-in whose one program is a server in Python; returns its folder. */
  server(source: string): string {
    return this.handIn({ [`server-${this.mark}.py`]: source });
  }

  handIn(files: Readonly<Record<string, string>>): string {
    const folder = join(this.folder, `hand-in-${this.#handIns++}`);
    mkdirSync(folder);
    for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
    return folder;
  }

  /** Starts the built command line. */
  start(args: readonly string[]): Run {
    return this.startCommand([...builtCommand, ...args]);
  }

  /** Starts another command that runs wirecheck, such as script(1) or setpriv(1). */
  startCommand([file = "", ...rest]: readonly string[]): Run {
    const env = { ...process.env, TMPDIR: this.temporary, WIRECHECK_TEST: this.mark };
    const child = spawn(file, rest, { env, stdio: ["pipe", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name].setEncoding("utf8").on("data", (words: string) => {
        said[name] += words;
      });
    const ended = once(child, "close").then(([status, signal]): Ended => ({ status: status ?? signal, ...said }));
    return { child, said, ended };
  }

  run(...args: string[]): Promise<Ended> {
    return this.start(args).ended;
  }

  /** Command lines of all live processes with the mark. */
  processes(): string[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => ["cmdline", "environ"].some((file) => readProc(pid, file).includes(this.mark)))
      .map((pid) => readProc(pid, "cmdline").replaceAll("\0", " "));
  }

  /** Whether a program under test runs now; wirecheck's own processes do not count. */
  programRuns(): boolean {
    return this.processes().some((line) => line.includes(this.mark));
  }

  leftovers(): Leftovers {
    return { processes: this.processes(), files: readdirSync(this.temporary) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}
