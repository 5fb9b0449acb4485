import { setTimeout as delay } from "node:timers/promises";
import type WebSocket from "ws";
import { readUsage } from "../arena/usage.ts";
import { languageTitled } from "../launchers/source-language.ts";
import type { Frame, StackDebugger, StackDump } from "../launchers/stack-dump.ts";
import { sendSignal } from "../linux/send-signal.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { everythingDelivered } from "./everything-delivered.ts";

/**
 * Asks the runtime of a program, or a debugger, for the stacks of the threads of one of its processes. That may end or stop the process:
 * call this when the test is decided and all other evidence is gathered. What the program prints from now on does not count as its output.
 *
 * @param isBusy whether it computes; some runtimes can be asked only then
 * @param patienceMs how long to wait for the stacks; a runtime that is given a CPU answers within milliseconds
 * @returns the calls of each thread, innermost first; empty if the language has no stack dump, or if none came in time
 */
export async function askStack(
  launched: LaunchedProgram,
  pid: number,
  { isBusy, patienceMs = 5000 }: { isBusy: boolean; patienceMs?: number },
): Promise<Frame[][]> {
  const language = languageTitled(launched.language);
  const tool = language?.stackTool;
  if (tool !== undefined) return tool.threads(await launched.program.lookInto(pid, [tool.command, ...tool.argv]));
  const ask =
    (language?.stackDump && askForDump(language.stackDump)) ??
    (language?.stackDebugger && isBusy && askDebugger(language.stackDebugger));
  if (!ask) return [];
  let said = "";
  const answered = new Promise<void>((resolve) => {
    launched.divert((bytes) => {
      if (said.length < longestDump) said += bytes.toString();
      ask.onOutput(said, resolve);
    });
  });
  const waiting = new AbortController();
  const tooLong = delay(patienceMs, undefined, { signal: waiting.signal }).catch(() => {});
  sendSignal(pid, ask.signal);
  await Promise.race([answered, endOf(pid, waiting.signal), tooLong]);
  waiting.abort();
  return ask.threads(said);
}

/** Resolves when a process has ended and what it printed has come; other processes of its program may go on, and keep its output open. */
async function endOf(pid: number, isOver: AbortSignal): Promise<void> {
  while (!isOver.aborted && readUsage(pid) !== null) await delay(pollMs);
  await everythingDelivered();
}

const pollMs = 2;

const longestDump = 1024 * 1024;

/** A way to get the stacks at a signal. */
interface Request {
  signal: NodeJS.Signals;
  /** Reads all that was printed since the signal; `done` says that nothing more is needed. */
  onOutput(said: string, done: () => void): void;
  /** Called once, at the end. */
  threads(said: string): Frame[][];
}

function askForDump(dump: StackDump): Request {
  return {
    signal: dump.signal,
    onOutput: (said, done) => dump.isWhole(said) && done(),
    threads: (said) => dump.threads(said),
  };
}

/**
 * The runtime prints where its debugger listens: in the test's own network, to which this process belongs. What answers there may be the
 * program itself, so it can send anything.
 */
function askDebugger({ signal, endpoint, requests, reader }: StackDebugger): Request {
  let socket: Promise<WebSocket | null> | undefined;
  let frames: Frame[] | null = null;
  const read = reader();
  const onMessage = (text: string) => {
    frames ??= read(text);
    return frames !== null;
  };
  return {
    signal,
    onOutput: (said, done) => {
      const to = socket ? null : endpoint(said);
      if (to === null) return;
      socket = converse(to, requests, { onMessage, done }).catch(() => {
        // No address that can be dialled.
        done();
        return null;
      });
    },
    threads: () => {
      void socket?.then((open) => open?.terminate());
      return frames ? [frames] : [];
    },
  };
}

async function converse(
  { port, path }: { port: number; path: string },
  requests: readonly string[],
  { onMessage, done }: { onMessage(text: string): boolean; done(): void },
): Promise<WebSocket> {
  const { WebSocket } = await import("ws");
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    maxPayload: longestMessage,
    perMessageDeflate: false,
  });
  socket.on("open", () => {
    for (const request of requests) socket.send(request);
  });
  socket.on("message", (bytes) => {
    try {
      if (onMessage(bytes.toString())) done();
    } catch {
      done();
    }
  });
  socket.on("error", done);
  socket.on("close", done);
  return socket;
}

const longestMessage = 4 * 1024 * 1024;
