import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { claimInOrder } from "../arena/claim-in-order.ts";
import { isAlive } from "../is-alive.ts";

/** Ports in programs' sources that only this worker uses until it releases them: a lock file for each, on any system. */
export class ClaimedPorts {
  readonly #files = new Set<string>();

  /** Claims all of them; waits for those that another worker of this user has. */
  async take(ports: readonly number[]): Promise<void> {
    const claimOne = (port: number) => this.#files.has(fileOf(port)) || claim(fileOf(port));
    for await (const port of claimInOrder(ports, claimOne)) this.#files.add(fileOf(port));
  }

  release(): void {
    for (const file of this.#files) rmSync(file, { force: true });
    this.#files.clear();
  }
}

function fileOf(port: number): string {
  return join(tmpdir(), `wirecheck-${userInfo().uid}-port-${port}`);
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!isHeld(file)) removeStale(file);
    return false;
  }
}

/** Whether its owner lives, or has just released it: then another one may have claimed it again, and it must not be removed. */
function isHeld(file: string): boolean {
  try {
    // The file is empty until its owner has written the pid.
    const pid = Number(readFileSync(file, "utf8"));
    return pid === 0 || (pid > 0 && isAlive(pid));
  } catch {
    return true;
  }
}

/** Removes the file of a process that was killed: under another name first, because another worker may have replaced it meanwhile. */
function removeStale(file: string): void {
  const own = `${file}.${process.pid}`;
  try {
    renameSync(file, own);
    if (isHeld(own)) linkSync(own, file);
  } catch {
    // Another worker was faster.
  }
  rmSync(own, { force: true });
}
