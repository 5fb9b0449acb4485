import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BlockedPlace, Conversation, Evidence } from "../diagnose/evidence.ts";
import { isLaunchable, type PreparedProgram } from "../model/prepared-program.ts";
import type { Failure } from "../model/result.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { keepOutput } from "./keep-output.ts";
import type { TestRun } from "./test-run.ts";

/** Everything that a failed test showed, for its diagnosis. */
export function gatherEvidence(
  test: string,
  failure: Failure,
  program: PreparedProgram,
  run: TestRun,
  blocked: readonly BlockedPlace[],
): Evidence {
  const { launch, kind, transport, asked, method, sourcePort } = program;
  const launched = run.launched.get(failure.who ?? "") ?? run.launched.get(program.role);
  const own = launched?.of === program.role ? launched : firstOf(program.role, run);
  const exit = own?.exit() ?? null;
  const waiting = portsInTimeWait(run);
  return {
    test,
    failure,
    kind,
    transport,
    language: "language" in launch ? launch.language : null,
    conversations: [...run.peers.values()].map((peer) => ({
      peer: peer.name,
      sent: peer.log.sent,
      received: peer.log.received,
      end: peer instanceof TcpPeer ? peer.end : null,
      endedByBoth: peer instanceof TcpPeer && waiting.has(peer.ownPort),
      taken: peer instanceof TcpPeer ? programsSide(peer, run) : null,
    })),
    transcript: run.transcript.events,
    blocked,
    exit,
    output: keepOutput(own),
    build: "output" in launch ? launch : null,
    entry: "entry" in launch ? launch.entry : null,
    source: failure.code === "wrong-answer" && isLaunchable(launch) ? sourceText(join(launch.files, launch.entry)) : "",
    port: { asked: asked.kind, method: method.kind, inSource: sourcePort },
  };
}

/** One program may have been started under several names. */
function firstOf(role: string, run: TestRun): LaunchedProgram | undefined {
  return [...run.launched.values()].find(({ of }) => of === role);
}

/** A source of a beginner is short; what is longer is none. */
const longestSource = 256 * 1024;

function sourceText(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size <= longestSource && size > 0 ? readFileSync(file, "utf8") : "";
}

function portsInTimeWait(run: TestRun): Set<number> {
  const sockets = run.sockets().filter(({ state }) => state === "TIME_WAIT");
  return new Set(sockets.map(({ localPort }) => localPort));
}

/** Connections in these states whose socket no process has are waiting to be accepted; in others, they were let go. */
const openStates = ["ESTABLISHED", "CLOSE_WAIT"];

function programsSide(peer: TcpPeer, run: TestRun): Conversation["taken"] {
  const port = peer.localPort;
  const socket = run.watcher.lastLook?.sockets.find((other) => other.protocol === "tcp" && other.remotePort === port);
  if (port === 0 || socket === undefined) return null;
  const accepted = socket.inode !== 0 || !openStates.includes(socket.state);
  return { accepted, unreadBytes: socket.receiveQueue };
}
