import type { BlockedPlace } from "../diagnose/evidence.ts";
import type { GaveUp } from "../steps/step-context.ts";
import type { BlockedThread, Look } from "../watch/look.ts";
import type { TestRun } from "./test-run.ts";

/** Where the program's threads were blocked when a wait was given up, in the words of the test. */
export function blockedPlaces(gaveUp: GaveUp | undefined, run: TestRun): BlockedPlace[] {
  const look = run.watcher.lastLook;
  if (look === null || gaveUp === undefined) return [];
  return gaveUp.blocked.map((thread) => placeOf(thread, look, run));
}

/**
 * The same as facts for a sentence: `blockedIn: recv`, `blockedOn: alice` (a peer's name, `listening`, `datagrams`,
 * `keyboard`, `pipe`, `other`), `fd`, of the thread that tells most: one that waits for the peer in question, if there is one.
 */
export function blockedFacts(places: readonly BlockedPlace[], who?: string): Record<string, string | number> {
  const telling = places.find((place) => place.on === who) ?? places.find((place) => place.fd !== null) ?? places[0];
  if (telling === undefined) return {};
  return { blockedIn: telling.call, blockedOn: telling.on, ...(telling.fd !== null && { fd: telling.fd }) };
}

/** Puts the places into the transcript, each once. */
export function recordBlocked(places: readonly BlockedPlace[], run: TestRun): void {
  const said = new Set(places.map(({ call, on, fd }) => (fd === null ? call : `${call} ${on} ${fd}`)));
  for (const detail of said) run.transcript.record(run.role, "blocked", { detail });
}

function placeOf(thread: BlockedThread, look: Look, run: TestRun): BlockedPlace {
  const fd = thread.descriptors.length === 1 ? (thread.descriptors[0] ?? null) : null;
  const target = look.processes.find((process) => process.pid === thread.pid)?.descriptors.get(fd ?? -1) ?? "";
  return { call: thread.call, on: fd === null ? "other" : nameOf(fd, target, look, run), fd };
}

function nameOf(fd: number, target: string, look: Look, run: TestRun): string {
  const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
  if (inode === undefined) return fd === 0 ? "keyboard" : target.startsWith("pipe:") ? "pipe" : "other";
  const socket = look.sockets.find((candidate) => candidate.inode === Number(inode));
  if (socket === undefined) return "other";
  if (socket.state === "LISTEN") return "listening";
  const peer = [...run.peers.values()].find(
    (each) => each.transport === socket.protocol && each.localPort !== 0 && each.localPort === socket.remotePort,
  );
  return peer?.name ?? (socket.protocol === "udp" && socket.remotePort === 0 ? "datagrams" : "other");
}
