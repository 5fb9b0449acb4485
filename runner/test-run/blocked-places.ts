import type { BlockedPlace } from "../diagnose/evidence.ts";
import { socketInode } from "../linux/socket-sample.ts";
import { unixSocketsNear } from "../linux/unix-sockets.ts";
import type { ProgramFacts } from "../model/failure.ts";
import type { TranscriptEvent } from "../model/seen.ts";
import type { GaveUp } from "../steps/step-context.ts";
import type { BlockedThread, Look } from "../watch/look.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import type { TestRun } from "./test-run.ts";

/** A blocked thread of the program under test, with the process that it belongs to. */
export type SeenPlace = BlockedPlace & { pid: number };

/** Where the threads of the program under test were blocked when a wait was given up, by the names that the test uses. */
export function blockedPlaces(gaveUp: GaveUp | undefined, run: TestRun): SeenPlace[] {
  const look = run.watcher.lastLook;
  if (look === null || gaveUp === undefined) return [];
  // Other programs, such as the lab's own, may be blocked as well: the test is not about them.
  const programs = [...run.launched.values()].filter(({ of }) => of === run.role);
  const own = new Set(programs.flatMap(({ program }) => program.pids()));
  return gaveUp.blocked.filter(({ pid }) => own.has(pid)).map((thread) => placeOf(thread, look, run, gaveUp.limitMs));
}

/** The most informative of several places: the one at which the program waits for the given peer, if there is one. */
export function tellingPlace<P extends BlockedPlace>(places: readonly P[], who?: string): P | undefined {
  return places.find((place) => place.on === who) ?? places.find((place) => place.fd !== null) ?? places[0];
}

/**
 * A place as facts for a sentence: `blockedIn: recv`, `blockedOn: alice` (a peer's name, `listening`, `datagrams`, `keyboard`, `pipe`,
 * `other`), `fd`, and `forGood` if the call has no timeout.
 */
export function blockedFacts(place: BlockedPlace | undefined): ProgramFacts {
  if (place === undefined) return {};
  const { call, on, fd, forGood } = place;
  return { blockedIn: call, blockedOn: on, ...(fd !== null && { fd }), ...(forGood && { forGood }) };
}

/** Records each place once in the transcript and returns the events. */
export function recordBlocked(places: readonly BlockedPlace[], run: TestRun): Map<string, TranscriptEvent | undefined> {
  const recorded = new Map<string, TranscriptEvent | undefined>();
  for (const place of places) {
    const detail = detailOf(place);
    if (recorded.has(detail)) continue;
    run.transcript.record(run.role, "blocked", { detail });
    recorded.set(detail, run.transcript.events.at(-1));
  }
  return recorded;
}

/** Adds the source lines of the places to their events. */
export function recordLines(places: readonly BlockedPlace[], recorded: ReturnType<typeof recordBlocked>): void {
  for (const place of places) {
    const event = recorded.get(detailOf(place));
    if (event && place.location) event.at = `${place.location.file}:${place.location.line}`;
  }
}

function detailOf({ call, on, fd }: BlockedPlace): string {
  return fd === null ? call : `${call} ${on} ${fd}`;
}

function placeOf(thread: BlockedThread, look: Look, run: TestRun, limitMs: number): SeenPlace {
  const { pid, call, lastsMs } = thread;
  const fd = thread.descriptors.length === 1 ? (thread.descriptors[0] ?? null) : null;
  const target = look.processes.find((process) => process.pid === pid)?.descriptors.get(fd ?? -1) ?? "";
  const on = fd === null ? "other" : nameOf(fd, target, { look, pid }, run);
  return {
    ...{ pid, call, on, fd, forGood: thread.untilMs === null, location: null },
    ...(lastsMs !== null && lastsMs < limitMs && { isShort: true }),
    ...(fd === null && thread.descriptors.includes(keyboard) && { orKeyboard: true }),
  };
}

/** The kernel's tables do not show the peer of an AF_UNIX connection; it is known only if the grader has a single such connection. */
function nameOfUnix(inode: number, pid: number, run: TestRun): string {
  const found = unixSocketsNear(pid).find((socket) => socket.inode === inode);
  if (found?.isListening) return "listening";
  const overPaths = [...run.peers.values()].filter((peer) => peer instanceof TcpPeer && peer.isOverPath);
  const [only, ...others] = overPaths;
  return only !== undefined && others.length === 0 ? only.name : "other";
}

function nameOf(fd: number, target: string, { look, pid }: { look: Look; pid: number }, run: TestRun): string {
  const inode = socketInode(target);
  if (inode === null) return fd === keyboard ? "keyboard" : target.startsWith("pipe:") ? "pipe" : "other";
  const socket = look.sockets.find((candidate) => candidate.inode === inode);
  if (socket === undefined) return nameOfUnix(inode, pid, run);
  if (socket.state === "LISTEN") return "listening";
  const peer = [...run.peers.values()].find(
    (each) => each.transport === socket.protocol && each.localPort !== 0 && each.localPort === socket.remotePort,
  );
  return peer?.name ?? (socket.protocol === "udp" && socket.remotePort === 0 ? "datagrams" : "other");
}

/** The descriptor of standard input. */
const keyboard = 0;
