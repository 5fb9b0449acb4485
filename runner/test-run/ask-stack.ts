import { setTimeout as delay } from "node:timers/promises";
import { languageTitled } from "../launchers/source-language.ts";
import type { Frame } from "../launchers/stack-dump.ts";
import { sendSignal } from "../linux/send-signal.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";

/**
 * Asks the runtime of a program, or a debugger, for the stacks of the threads of one of its processes. That may end the process: call
 * this when the test is decided and all other evidence is gathered. What the program prints from now on does not count as its output.
 *
 * @returns the calls of each thread, innermost first; empty if the language has no stack dump, or if none came in time
 */
export async function askStack(launched: LaunchedProgram, pid: number): Promise<Frame[][]> {
  const language = languageTitled(launched.language);
  const tool = language?.stackTool;
  if (tool !== undefined) return tool.threads(await launched.program.lookInto(pid, [tool.command, ...tool.argv]));
  const dump = language?.stackDump;
  if (dump === undefined) return [];
  let said = "";
  const whole = new Promise<void>((resolve) => {
    launched.divert((bytes) => {
      if (said.length < longestDump) said += bytes.toString();
      if (dump.isWhole(said)) resolve();
    });
  });
  const waiting = new AbortController();
  const tooLong = delay(patienceMs, undefined, { signal: waiting.signal }).catch(() => {});
  sendSignal(pid, dump.signal);
  await Promise.race([whole, launched.program.exited.catch(() => {}), tooLong]);
  waiting.abort();
  return dump.threads(said);
}

/** How long to wait for the dump: a runtime that is given a CPU answers within milliseconds. */
const patienceMs = 2000;
const longestDump = 1024 * 1024;
