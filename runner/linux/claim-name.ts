import { closeSync } from "node:fs";
import { bind, socket } from "./native.ts";

/**
 * Claims a name that no other process of this network namespace can have at the same time: an abstract Unix socket address,
 * which is freed when the returned descriptor is closed; see unix(7). Null if another process has it.
 */
export function claimName(name: string): number | null {
  const [unix, stream] = [1, 1];
  const descriptor = socket(unix, stream, 0);
  try {
    bind(descriptor, Buffer.concat([Buffer.from([unix, 0, 0]), Buffer.from(`wirecheck/${name}`)]));
    return descriptor;
  } catch {
    closeSync(descriptor);
    return null;
  }
}
