/** What a lab says about one of its programs, as far as it helps to find it. */
export interface ProgramRole {
  /** Name in the lab: server, client, info. */
  name: string;
  kind: "server" | "client" | "program";
  /** both: a program that uses only TCP or only UDP is incomplete, but can be the right one. */
  protocol: "tcp" | "udp" | "both";
  /** Patterns of file names, best first: ["server.*", "*server*.*"]. */
  files: readonly string[];
  /** Whether the hand-in's wirecheck.yaml may say how it is run. */
  allowRun: boolean;
}
