import type { TestResult } from "../../../runner/model/result.ts";
import type { TranscriptEvent } from "../../../runner/model/seen.ts";

/** The participants of a test: the lanes of its diagram, and which program each peer is connected to. */
export interface Participants {
  /** Peers and programs that have a lane, from left to right. */
  lanes: readonly string[];
  /** Number of peers without a lane. */
  others: number;
  isProgram(name: string): boolean;
  /** The program at the other end of a peer's connection. */
  programOf(peer: string): string;
}

/** Gives a lane to the programs and to the peers that matter most, those of the failure first. */
export function castOf(
  test: Pick<TestResult, "program" | "failure" | "transcript">,
  roles: readonly string[],
  mostPeers: number,
): Participants {
  const names = [...new Set(test.transcript.map(({ who }) => who))];
  const known = new Set([...roles, test.program]);
  const peers = names.filter((name) => !known.has(name));
  const programs = [...new Set([...names.filter((name) => known.has(name)), test.program])];
  const shown = new Set([...concerned(test, peers), ...peers].slice(0, mostPeers));
  const server = serverAmong(programs, test.transcript) ?? test.program;
  const callers = programs.filter((name) => name !== server);
  const programOf = (peer: string) => (listens(peer, test.transcript) ? (callers[0] ?? server) : server);
  const lanesOf = (program: string) => peers.filter((name) => shown.has(name) && programOf(name) === program);
  return {
    lanes: [...callers, ...callers.flatMap(lanesOf), ...lanesOf(server), server],
    others: peers.length - shown.size,
    isProgram: (name) => known.has(name),
    programOf,
  };
}

/** The peer that the failure is about, and the peer that the program is busy with. */
function concerned(
  { failure, transcript }: Pick<TestResult, "failure" | "transcript">,
  peers: readonly string[],
): string[] {
  const holding = transcript.flatMap(({ kind, detail }) => (kind === "blocked" ? (detail?.split(" ")[1] ?? []) : []));
  return [failure?.who ?? "", ...holding].filter((name) => peers.includes(name));
}

function serverAmong(programs: readonly string[], transcript: readonly TranscriptEvent[]): string | undefined {
  return programs.find((name) => transcript.some(({ who, kind }) => who === name && kind === "listening"));
}

function listens(peer: string, transcript: readonly TranscriptEvent[]): boolean {
  return transcript.some(({ who, kind }) => who === peer && (kind === "listen" || kind === "accepted"));
}
