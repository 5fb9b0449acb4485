import type { Conversation, Evidence } from "../diagnose/evidence.ts";
import { handInFiles, noFiles } from "../diagnose/support/hand-in-files.ts";
import type { SeenFailure } from "../model/failure.ts";
import { type PortMethod, portWords } from "../model/port-method.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { Text } from "../model/text.ts";
import type { Test } from "../spec/lab.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { portMethodTexts } from "../texts/port-method.ts";
import { tell } from "../texts/tell.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { conversationKind } from "./conversation-kind.ts";
import { keepOutput } from "./keep-output.ts";
import type { TestRun } from "./test-run.ts";

/** The evidence of a failed test for its diagnosis, without the places at which the program was blocked. */
export function gatherEvidence(
  test: Test,
  failure: SeenFailure,
  program: PreparedProgram,
  run: TestRun,
): Omit<Evidence, "blocked" | "working"> {
  const { launch, kind, transport, asked, method, sourcePort, tried } = program;
  const own = underTest(run, failure.who);
  const exit = own?.exit() ?? null;
  const waiting = portsInTimeWait(run);
  return {
    test: test.id,
    failure,
    kind,
    role: program.role,
    talk: conversationKind(test, program.conversation),
    transport,
    language: "language" in launch ? launch.language : null,
    conversations: [...run.peers.values()].map((peer) => ({
      peer: peer.name,
      // A copy of the current state: a program that is asked for its stacks may go on.
      sent: [...peer.log.sent],
      received: [...peer.log.received],
      end: peer instanceof TcpPeer ? peer.end : null,
      endedByBoth: peer instanceof TcpPeer && waiting.has(peer.ownPort),
      taken: peer instanceof TcpPeer ? programsSide(peer, run) : null,
    })),
    transcript: run.transcript.events,
    exit,
    output: keepOutput(own),
    build: "output" in launch ? launch : null,
    entry: "entry" in launch ? launch.entry : null,
    files: "files" in launch ? handInFiles(launch.files) : noFiles,
    port: {
      ...{ asked: asked.kind, method: method.kind, inSource: sourcePort },
      ...(method.kind === "arguments" && { words: method.words.join(" ").replaceAll("{port}", "N") }),
      ...(tried && { tried: waysTried(tried) }),
    },
  };
}

/** The ways in which a program was given its port; arguments as they are typed, with N for the port. */
function waysTried(tried: readonly PortMethod[]): Text[] {
  return tried
    .filter(({ kind }) => kind !== "source")
    .map((way) => {
      if (way.kind !== "argument" && way.kind !== "arguments") return tell(portMethodTexts, way.kind, way);
      const words = portWords(way, "N").argv.join(" ");
      return { en: words, id: words };
    });
}

/** The program under test. It may have been started under several names, of which the failure may mention one. */
export function underTest(run: TestRun, who: string | undefined): LaunchedProgram | undefined {
  const named = run.launched.get(who ?? "") ?? run.launched.get(run.role);
  return named?.of === run.role ? named : [...run.launched.values()].find(({ of }) => of === run.role);
}

function portsInTimeWait(run: TestRun): Set<number> {
  const sockets = run.sockets().filter(({ state }) => state === "TIME_WAIT");
  return new Set(sockets.map(({ localPort }) => localPort));
}

/** Connections in these states without an owner wait to be accepted; in other states, they were closed. */
const openStates = ["ESTABLISHED", "CLOSE_WAIT"];

function programsSide(peer: TcpPeer, run: TestRun): Conversation["taken"] {
  const port = peer.localPort;
  const socket = run.watcher.lastLook?.sockets.find((other) => other.protocol === "tcp" && other.remotePort === port);
  if (port === 0 || socket === undefined) return null;
  const accepted = socket.inode !== 0 || !openStates.includes(socket.state);
  return { accepted, unreadBytes: socket.receiveQueue };
}
