/** What a lab says of one of its programs, as far as it helps to find it. */
export interface ProgramRole {
  /** Name in the lab: server, client, info. */
  name: string;
  kind: "server" | "client" | "program";
  /** both: one without UDP, or without TCP, is no whole program, but the one that is meant. */
  protocol: "tcp" | "udp" | "both";
  /** Patterns of file names, best first: ["server.*", "*server*.*"]. */
  files: readonly string[];
  /** Whether the hand-in's wirecheck.yaml may say how it is run. */
  allowRun: boolean;
}
