import { closeSync } from "node:fs";
import { asOwnerOf } from "./as-owner.ts";
import { duplicateDescriptor, openProcess } from "./native.ts";

/**
 * Duplicates a descriptor of another process, calls `use` with the duplicate, and closes it.
 *
 * @throws Error with the system's `code` when the process or its descriptor is gone, or when the system refuses
 */
export function borrowSocket<T>(pid: number, descriptor: number, use: (socket: number) => T): T {
  return asOwnerOf(pid, () => borrow(pid, descriptor, use));
}

function borrow<T>(pid: number, descriptor: number, use: (socket: number) => T): T {
  const opened: number[] = [];
  try {
    const held = openProcess(pid);
    opened.push(held);
    const socket = duplicateDescriptor(held, descriptor);
    opened.push(socket);
    return use(socket);
  } finally {
    for (const each of opened) closeSync(each);
  }
}
