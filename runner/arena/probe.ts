import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { installFix } from "../linux/install-fix.ts";
import { bind, socket } from "../linux/native.ts";
import { openNetlink } from "../linux/netlink.ts";
import { dumpSockets } from "../linux/sock-diag.ts";
import type { Isolation } from "../model/result.ts";
import { findExecutable } from "./executables.ts";
import { landlockVersion, nativeFile, scopesSignals, showsMachines } from "./launcher.ts";
import { ownUsers, whyCallsAreHidden } from "./own-users.ts";
import { sandboxArguments } from "./sandbox.ts";
import { systemFolders } from "./system-folders.ts";
import { straceLack, tracingLack } from "./tracing/tracing.ts";
import { nominalUsers, usersOf } from "./users.ts";
import { workerCommand } from "./worker-command.ts";

/** The facts about a machine; each is probed separately. */
export const factCodes = [
  "linux",
  "bubblewrap",
  "namespaces",
  "sandbox",
  "own-users",
  "own-addresses",
  "own-files",
  "own-names",
  "socket-table",
  "blocked-calls",
  "traced-calls",
] as const;
export type FactCode = (typeof factCodes)[number];

/** One thing that a machine has or lacks. */
export interface Fact {
  code: FactCode;
  holds: boolean;
  /** The error with which the machine refused it. */
  detail?: string;
  /** A command line that installs or allows what is missing, if there is one. */
  fix?: string;
}

/** What this machine lets wirecheck do. */
export interface Probe {
  tier: Isolation["tier"];
  /** The first fact that keeps it from tier `full`. */
  why?: Fact;
  facts: Fact[];
}

/** Finds out which isolation this machine allows: takes some 10 ms, and is done once a run. */
export async function probeTier(): Promise<Probe> {
  const linux = process.platform === "linux";
  if (!linux) {
    const why = { code: "linux", holds: false, detail: process.platform } as const;
    return { tier: "local", why, facts: [why] };
  }
  const tried = await Promise.all([namespaces(), sandbox(), blockedCalls(), programUsers()]);
  const first: Fact[] = [{ code: "linux", holds: true }, bubblewrap(), ...tried];
  const landlock = landlockVersion();
  const walls = {
    sandbox: withTier(first).tier === "full",
    unprivilegedUser: first.some(({ code, holds }) => code === "own-users" && holds),
    signals: landlock >= scopesSignals,
  };
  return withTier([...first, ownAddresses(), ownFiles(landlock), ownNames(), socketTable(), tracedCalls(walls)]);
}

/** Tier `full` needs these; without one of the others wirecheck sees less of programs, or protects less. */
const neededForFull: readonly FactCode[] = ["linux", "bubblewrap", "namespaces", "sandbox"];

function withTier(facts: Fact[]): Probe {
  const why = facts.find(({ code, holds }) => !holds && neededForFull.includes(code));
  return why ? { tier: "ports", why, facts } : { tier: "full", facts };
}

function bubblewrap(): Fact {
  if (findExecutable("bwrap")) return { code: "bubblewrap", holds: true };
  return { code: "bubblewrap", holds: false, ...installFix(["bubblewrap"]) };
}

async function namespaces(): Promise<Fact> {
  const detail = await complaint([...workerCommand("full"), nativeFile("launch"), "--try-network"]);
  if (detail === null) return { code: "namespaces", holds: true };
  const fix = namespaceFix();
  return { code: "namespaces", holds: false, detail, ...(fix && { fix }) };
}

/** Which kernel settings of this machine forbid user namespaces; none in a container, where the container's settings decide. */
function namespaceFix(): string | null {
  const forbidding = [
    ["kernel.apparmor_restrict_unprivileged_userns", "1", "0"],
    ["kernel.unprivileged_userns_clone", "0", "1"],
    ["user.max_user_namespaces", "0", "15000"],
  ] as const;
  const thrown = forbidding.find(([name, value]) => sysctl(name) === value);
  if (thrown) return `sudo sysctl -w ${thrown[0]}=${thrown[2]}`;
  return isInContainer() ? `docker run ${containerRights} …` : null;
}

function isInContainer(): boolean {
  return ["/.dockerenv", "/run/.containerenv"].some((file) => existsSync(file)) || process.env.container !== undefined;
}

/** What lets a container's root make networks and sandboxes; tried by script/containers. */
const containerRights =
  "--cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add NET_RAW --cap-add SYS_PTRACE --security-opt seccomp=unconfined --security-opt apparmor=unconfined";

function sysctl(name: string): string | null {
  const path = `/proc/sys/${name.replaceAll(".", "/")}`;
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

/** Runs a harmless program in the same sandbox that programs get. */
async function sandbox(): Promise<Fact> {
  const [uid = 0] = nominalUsers;
  const contents = {
    home: tmpdir(),
    build: null,
    toolFolders: [],
    machineFiles: "/etc",
    sharedFolders: [],
    systemFolders: systemFolders(),
  };
  const parts = {
    ...contents,
    namespacedUser: workerCommand("full").length === 0 && usersOf(process.pid) ? null : uid,
  };
  const init = [findExecutable("true") ?? "true"];
  const bwrap = findExecutable("bwrap") ?? "bwrap";
  const detail = await complaint([...workerCommand("full"), bwrap, ...sandboxArguments(parts, infoDescriptor, init)]);
  if (detail === null) return { code: "sandbox", holds: true };
  return { code: "sandbox", holds: false, detail, ...(isInContainer() && { fix: `docker run ${containerRights} …` }) };
}

async function programUsers(): Promise<Fact> {
  return { code: "own-users", holds: (await ownUsers(process.pid)) !== null };
}

/** All of 127.0.0.0/8 is loopback on Linux unless the machine was configured otherwise. */
function ownAddresses(): Fact {
  const [internet, stream, port] = [2, 1, 0];
  const descriptor = socket(internet, stream, 0);
  try {
    bind(descriptor, Buffer.from([internet, 0, port, port, 127, 64, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]));
    return { code: "own-addresses", holds: true };
  } catch (error) {
    return { code: "own-addresses", holds: false, detail: `${(error as NodeJS.ErrnoException).code}` };
  } finally {
    closeSync(descriptor);
  }
}

function ownFiles(landlock: number): Fact {
  return { code: "own-files", holds: landlock > 0 };
}

function ownNames(): Fact {
  return { code: "own-names", holds: showsMachines() };
}

function tracedCalls(walls: Pick<Isolation, "sandbox" | "unprivilegedUser" | "signals">): Fact {
  const lack = tracingLack(walls);
  if (lack === null) return { code: "traced-calls", holds: true };
  const lacking = { code: "traced-calls", holds: false } as const;
  if (lack === "strace") return { ...lacking, ...installFix(["strace"]) };
  if (lack === "tracing") return { ...lacking, detail: "without a sandbox a program could stop it" };
  const fix = straceLack() === null ? { fix: "sudo sysctl -w kernel.yama.ptrace_scope=0" } : {};
  return { ...lacking, detail: "the system refuses", ...fix };
}

function socketTable(): Fact {
  try {
    const netlink = openNetlink(4);
    try {
      dumpSockets(netlink, "tcp", "serving");
    } finally {
      netlink.close();
    }
    return { code: "socket-table", holds: true };
  } catch (error) {
    return { code: "socket-table", holds: false, detail: `${(error as Error).message}` };
  }
}

async function blockedCalls(): Promise<Fact> {
  const users = await ownUsers(process.pid);
  const why = await whyCallsAreHidden(users?.[0] ?? null);
  return why === null ? { code: "blocked-calls", holds: true } : { code: "blocked-calls", holds: false, detail: why };
}

const infoDescriptor = 3;

/** Runs a command and returns its error message; null when it ended with status 0. */
async function complaint([file = "", ...args]: readonly string[]): Promise<string | null> {
  try {
    const child = spawn(file, args, { stdio: ["ignore", "ignore", "pipe", "pipe"], env: { PATH: "/usr/bin:/bin" } });
    const [said, [status]] = await Promise.all([text(child.stderr as Readable), once(child, "exit")]);
    return status === 0 ? null : said.trim() || `status ${status}`;
  } catch (error) {
    return `${(error as NodeJS.ErrnoException).code ?? error}`;
  }
}
