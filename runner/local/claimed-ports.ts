import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { claimInOrder } from "../arena/claim-in-order.ts";
import { isAlive } from "../is-alive.ts";

/** Ports in programs' sources that no other worker of this user's uses meanwhile: a file for each, on any system. */
export class ClaimedPorts {
  readonly #files = new Set<string>();

  /** Waits until all of them are this process's. */
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
    // Who was killed left it behind.
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isHeld(file: string): boolean {
  try {
    // Between being made and being written it is empty.
    const pid = Number(readFileSync(file, "utf8"));
    return pid === 0 || (pid > 0 && isAlive(pid));
  } catch {
    return false;
  }
}
