import { readFileSync, rmSync, writeFileSync } from "node:fs";
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
    // A process that was killed left its file behind.
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isHeld(file: string): boolean {
  try {
    // The file is empty until its owner has written the pid.
    const pid = Number(readFileSync(file, "utf8"));
    return pid === 0 || (pid > 0 && isAlive(pid));
  } catch {
    return false;
  }
}
