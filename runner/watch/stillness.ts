import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import { type SocketSample, socketLink } from "../linux/socket-sample.ts";
import type { Look } from "./look.ts";
import { isActive } from "./processor.ts";
import { threadRole } from "./runtimes.ts";

/**
 * True when no thread of the program ran or was runnable between the two looks, and no socket changed. Threads are sampled one after
 * another; a thread whose counts are equal in both looks was blocked all the time between them. So there was a moment at which all
 * were blocked, and after which only a clock or new input could wake them.
 */
export function isStill(before: Look, now: Look): boolean {
  return (
    before.processes.length === now.processes.length &&
    now.processes.every((process) =>
      isProcessStill(
        before.processes.find(({ pid }) => pid === process.pid),
        process,
      ),
    ) &&
    isNetworkStill(before, now)
  );
}

/** The sockets that belong to the program's descriptors. */
export function ownSockets(look: Look): SocketSample[] {
  const targets = new Set(look.processes.flatMap((process) => [...process.descriptors.values()]));
  return look.sockets.filter((socket) => targets.has(socketLink(socket.inode)));
}

function isProcessStill(before: ProcessSample | undefined, now: ProcessSample): boolean {
  if (before === undefined || !bystandersSleep(before) || !bystandersSleep(now)) return false;
  const earlier = new Map(relevantThreads(before).map((thread) => [thread.tid, thread]));
  const later = relevantThreads(now);
  return (
    earlier.size === later.length &&
    later.every((thread) => isBlocked(now, thread) && isUnchanged(earlier.get(thread.tid), thread))
  );
}

function relevantThreads(process: ProcessSample): ThreadSample[] {
  return process.threads.filter((thread) => threadRole(process, thread) !== "bystander");
}

/** A thread of the runtime that runs, or is runnable, may hold a lock for which the application waits. */
function bystandersSleep(process: ProcessSample): boolean {
  return process.threads.every((thread) => !isActive(thread.state) || threadRole(process, thread) !== "bystander");
}

/** Sleeping in a system call, or stopped by a signal; a thread in any other state may go on by itself (page faults, disks, tracers). */
function isBlocked(process: ProcessSample, thread: ThreadSample): boolean {
  if (thread.state === "T") return true;
  return thread.state === "S" && (thread.call !== null || threadRole(process, thread) === "service");
}

function isUnchanged(before: ThreadSample | undefined, now: ThreadSample): boolean {
  return (
    before !== undefined &&
    before.switches === now.switches &&
    before.cpuTicks === now.cpuTicks &&
    before.call?.number === now.call?.number &&
    (before.call?.args ?? []).every((arg, index) => arg === now.call?.args[index])
  );
}

function isNetworkStill(before: Look, now: Look): boolean {
  const earlier = describeSockets(before);
  const later = describeSockets(now);
  return earlier.length === later.length && earlier.every((socket, index) => socket === later[index]);
}

/** The program's sockets and those of their peers in a comparable form; sockets in TIME_WAIT expire, and are left out. */
function describeSockets(look: Look): string[] {
  const own = ownSockets(look);
  const inodes = new Set(own.map(({ inode }) => inode));
  const ports = new Set(own.map(({ protocol, localPort }) => `${protocol} ${localPort}`));
  return look.sockets
    .filter(
      ({ inode, protocol, localPort, remotePort, state }) =>
        inodes.has(inode) ||
        (state !== "TIME_WAIT" && (ports.has(`${protocol} ${localPort}`) || ports.has(`${protocol} ${remotePort}`))),
    )
    .map((socket) => Object.values(socket).join(" "))
    .sort();
}
