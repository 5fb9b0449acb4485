import { createHash } from "node:crypto";
import { closeSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { claimName } from "../linux/claim-name.ts";

/**
 * Runs `use` while no other process of this machine grades the same hand-in into the same folder; waits until then. A
 * killed process loses its claim.
 */
export async function withHandIn<T>(
  folder: string,
  key: string,
  signal: AbortSignal,
  use: () => Promise<T>,
): Promise<T> {
  const name = `hand-in/${createHash("sha256")
    .update(`${await realpath(folder)}\0${key}`)
    .digest("hex")}`;
  let claim = claimName(name);
  while (claim === null) {
    await delay(askEveryMs, undefined, { signal });
    claim = claimName(name);
  }
  try {
    return await use();
  } finally {
    closeSync(claim);
  }
}

const askEveryMs = 100;
