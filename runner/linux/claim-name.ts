import { closeSync } from "node:fs";
import { bind, socket } from "./native.ts";

/**
 * Takes a name that no other process of this network can have at the same time: one in the abstract name space of Unix sockets,
 * which lasts as long as the returned descriptor; see unix(7). Null where somebody has it.
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
