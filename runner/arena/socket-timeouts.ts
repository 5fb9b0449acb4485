import { closeSync } from "node:fs";
import { duplicateDescriptor, getSocketOption, openProcess } from "./native.ts";

/** Numbers of Linux; see socket(7). */
const solSocket = 1;
const options = { receive: 20, send: 21 };

/**
 * How long a socket of another process lets a call wait (SO_RCVTIMEO, SO_SNDTIMEO), in milliseconds: the blocked call
 * does not show it. Null: for ever, or it cannot be read.
 */
export function socketTimeoutMs(pid: number, descriptor: number, which: keyof typeof options): number | null {
  const opened: number[] = [];
  try {
    opened.push(openProcess(pid));
    opened.push(duplicateDescriptor(opened[0] as number, descriptor));
    const value = Buffer.alloc(16);
    getSocketOption(opened[1] as number, solSocket, options[which], value);
    const ms = Number(value.readBigInt64LE(0)) * 1000 + Number(value.readBigInt64LE(8)) / 1000;
    return ms > 0 ? ms : null;
  } catch {
    return null;
  } finally {
    for (const each of opened) closeSync(each);
  }
}
