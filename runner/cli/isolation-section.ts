import type { Fact, FactCode, Probe } from "../arena/probe.ts";
import type { Section } from "./doctor-report.ts";

/** What the machine's facts mean for grading. */
export function isolationSection({ tier, facts }: Probe): Section {
  return { heading: headings[tier], findings: facts.map(toFinding) };
}

const headings: Record<Probe["tier"], string> = {
  full: "Isolation: full - every program has a network and a sandbox of its own",
  ports: "Isolation: ports - every test has addresses of its own on this machine's loopback; there is no sandbox",
  local: "Isolation: local - for checking one's own work; marks that count are made on Linux",
};

function toFinding({ code, holds, detail, fix }: Fact) {
  const { name, yes, no } = meanings[code];
  const answer = detail === undefined ? no : `${no} (${detail.replaceAll(/\s+/g, " ")})`;
  return { name, isThere: holds, detail: holds ? yes : answer, fix };
}

const meanings: Record<FactCode, { name: string; yes: string; no: string }> = {
  linux: {
    name: "Linux",
    yes: "programs can be kept apart and watched",
    no: "namespaces and the program watch exist on Linux only",
  },
  bubblewrap: {
    name: "bubblewrap",
    yes: "bwrap is installed",
    no: "bwrap is missing: programs get no sandbox",
  },
  namespaces: {
    name: "namespaces",
    yes: "a worker may have a network of its own",
    no: "the system refuses a network of its own",
  },
  sandbox: {
    name: "sandbox",
    yes: "a program runs in it",
    no: "no program runs in it",
  },
  "own-users": {
    name: "users",
    yes: "each program runs as a user that nothing else on the machine is",
    no: "programs run as you: root, where it has the rights to, gives each a user of its own",
  },
  "own-addresses": {
    name: "addresses",
    yes: "without a network of its own, a test has loopback addresses of its own",
    no: "without a network of its own, a test shares this machine's addresses and ports",
  },
  "own-files": {
    name: "files",
    yes: "without a sandbox, a program reaches its own files and the system's (Landlock)",
    no: "without a sandbox, a program reaches all that its user may: the kernel has no Landlock",
  },
  "socket-table": {
    name: "sockets",
    yes: "the kernel tells which sockets there are",
    no: "the kernel's fast list of sockets is closed: the slower /proc/net takes its place",
  },
  "blocked-calls": {
    name: "program watch",
    yes: "it shows where a program is blocked",
    no: "it does not show where a program is blocked: fixed time limits take its place",
  },
  "traced-calls": {
    name: "socket calls",
    yes: "strace shows what a program asks of the kernel",
    no: "strace does not show what a program asks of the kernel: tests of its calls are skipped and do not count",
  },
};
