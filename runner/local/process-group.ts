import { type ChildProcess, spawnSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { familyOf, listProcesses } from "./list-processes.ts";

/** A child process with all that it has started; on Windows, which has no process groups, as far as the system shows it. */
export class ProcessGroup {
  readonly #child: ChildProcess;

  /** @param child the leader of a group of its own, except on Windows */
  constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** The pid of its first process; null if it could not be started. */
  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  signal(name: NodeJS.Signals): void {
    if (this.pid !== null) kill(hasGroups ? -this.pid : this.pid, name);
  }

  /**
   * Kills its processes without waiting.
   *
   * @param isRunning whether the first process still runs: after it has ended, Windows no longer shows what it has started
   */
  kill(isRunning: boolean): void {
    const { pid } = this;
    if (pid === null) return;
    if (!hasGroups) {
      if (isRunning) spawnSync("taskkill", ["/PID", `${pid}`, "/T", "/F"], { stdio: "ignore", windowsHide: true });
      this.#child.kill("SIGKILL");
      return;
    }
    if (isRunning) {
      for (const member of familyOf(pid, listProcesses())) if (member !== pid) kill(member, "SIGKILL");
    }
    this.signal("SIGKILL");
  }

  /** Kills the processes that have outlived the first one. */
  killRest(): void {
    if (hasGroups) this.signal("SIGKILL");
  }

  /** The number of its processes that are still alive after a time in which they could end. */
  async leftBehind(): Promise<number> {
    const { pid } = this;
    if (pid === null || !hasGroups) return 0;
    for (let waitedMs = 0; waitedMs < longestEndMs; waitedMs += 20) {
      if (!isGroupAlive(pid)) return 0;
      await delay(20);
    }
    return listProcesses().filter(({ group }) => group === pid).length;
  }
}

/** Whether a signal reaches a process with all that it has started. */
const hasGroups = process.platform !== "win32";
const longestEndMs = 400;

function kill(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It has ended, or (EPERM on macOS) only zombies are left in the group.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
