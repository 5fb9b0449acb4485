import { socketInode } from "../../linux/socket-sample.ts";
import type { SocketCall } from "../running-program.ts";

/**
 * Reads what strace(1) wrote with `-f -y -o`: the calls of a program on its TCP sockets, in order. A socket is identified
 * by its inode, which stays the same through fork, dup and threads; failed calls are left out, but for a close() of what is closed already.
 */
export function parseCalls(trace: string): SocketCall[] {
  const unfinished = new Map<string, string>();
  const known = new Set<number>();
  const accepted = new Map<string, Accepted>();
  const calls: SocketCall[] = [];
  for (const line of trace.split("\n")) {
    const whole = joined(line, unfinished);
    if (whole === null) continue;
    const call = toCall(whole.words) ?? closedAgain(whole, accepted);
    if (call === null) continue;
    if (call.call === "socket" || call.call === "accept") known.add(call.inode);
    if (call.call === "accept") accepted.set(acceptedAs.exec(whole.words)?.[1] ?? "", { ...call, by: whole.thread });
    if (known.has(call.inode)) calls.push(call);
  }
  return calls;
}

/** A connection, and the thread that accepted it. */
interface Accepted {
  inode: number;
  by: string;
}

/** A thread and its whole call, in the words of strace. */
interface Traced {
  thread: string;
  words: string;
}

const acceptedAs = / = (\d+)<[^>]*>/;
const closedInVain = /^close\((\d+)\) += -1 EBADF/;

/** If one thread does everything, no other can get the number of the descriptor in between. */
function closedAgain({ thread, words }: Traced, accepted: ReadonlyMap<string, Accepted>): SocketCall | null {
  const of = accepted.get(closedInVain.exec(words)?.[1] ?? "");
  return of === undefined || of.by === thread ? null : { call: "close-again", inode: of.inode };
}

/** A call during which other threads made calls is written in two lines, "unfinished" and "resumed". */
function joined(line: string, unfinished: Map<string, string>): Traced | null {
  const [, pid, words = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
  if (pid === undefined) return null;
  const begun = /^(.*?),? *<unfinished \.\.\.>$/.exec(words)?.[1];
  if (begun !== undefined) {
    unfinished.set(pid, begun);
    return null;
  }
  const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(words)?.[1];
  if (rest === undefined) return { thread: pid, words };
  const before = unfinished.get(pid) ?? "";
  unfinished.delete(pid);
  return { thread: pid, words: before + rest };
}

/** The system calls that write bytes to a socket. */
export const sendingCalls = ["write", "writev", "sendto", "sendmsg", "sendmmsg", "sendfile"];

const shape = /^(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?(?: (E[A-Z]+))?/;

function toCall(words: string): SocketCall | null {
  const [, name = "", args = "", returned = "", made = "", error] = shape.exec(words) ?? [];
  const on = inodeOf(/^\d+<([^>]*)>/.exec(args)?.[1]);
  // A connect() that is still in progress (EINPROGRESS) counts: the program waits for it in another call.
  if (Number(returned) < 0 && !(name === "connect" && error === "EINPROGRESS")) return null;
  if (sendingCalls.includes(name)) return about("send", on);
  switch (name) {
    case "socket":
      return isTcp(args) ? about("socket", inodeOf(made)) : null;
    case "accept":
    case "accept4": {
      const call = about("accept", inodeOf(made));
      return call && on !== null ? { ...call, listener: on } : null;
    }
    case "bind":
    case "listen":
    case "connect":
    case "close":
      return about(name, on);
    case "dup2":
    case "dup3":
      // dup2() closes the descriptor that it replaces.
      return about("close", inodeOf(/^\d+(?:<[^>]*>)?, \d+<([^>]*)>/.exec(args)?.[1]));
    case "setsockopt": {
      const option = optionOf(args);
      const call = option === null ? null : about("option", on);
      const seconds = /\bl?_?linger=(\d+)\}/.exec(args)?.[1];
      return call && option !== null
        ? { ...call, option, ...(seconds !== undefined && { seconds: Number(seconds) }) }
        : null;
    }
    default:
      return null;
  }
}

function about(call: SocketCall["call"], inode: number | null): SocketCall | null {
  return inode === null ? null : { call, inode };
}

function inodeOf(link = ""): number | null {
  return socketInode(link);
}

function isTcp(args: string): boolean {
  return /^AF_INET6?, SOCK_STREAM\b/.test(args);
}

/** The name of the option that a setsockopt() switches on. */
function optionOf(args: string): string | null {
  const [, name, value] = /^\d+<[^>]*>, \w+, (\w+), (?:\[(-?\d+)\]|\{l?_?onoff=\d+)/.exec(args) ?? [];
  return name !== undefined && value !== "0" ? name : null;
}
