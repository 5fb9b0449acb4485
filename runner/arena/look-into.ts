import { execFile } from "node:child_process";
import { readProcFile } from "../linux/proc-file.ts";
import { isAnyThreadUnstoppable } from "./usage.ts";

/**
 * Runs a tool of the machine on a process of a program. `enter` puts the tool into the program's sandbox and runs it as the
 * program's user, so that a program which takes over the tool gains nothing. `{pid}` in its arguments stands for the pid inside.
 *
 * @returns its output; empty if the tool is missing, is refused, or does not end
 */
export function lookInto(pid: number, enter: readonly string[], argv: readonly string[]): Promise<string> {
  const known = /^NSpid:.*?(\d+)$/m.exec(readProcFile(`/proc/${pid}/status`) ?? "")?.[1];
  const [file = "", ...args] = [...enter, ...limited, ...argv.map((word) => word.replaceAll("{pid}", known ?? ""))];
  // A tracer would wait for a thread that waits for a child of vfork() as long as that thread does.
  if (known === undefined || isAnyThreadUnstoppable(pid)) return Promise.resolve("");
  return new Promise((resolve) => {
    execFile(file, args, { ...bounds, env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, cwd: "/" }, (_, stdout) => {
      resolve(stdout);
    });
  });
}

/** Debugging information may be forged so that reading it takes forever, or all memory. */
const limited = ["prlimit", `--as=${2 ** 31}`, "--cpu=2", "--core=0"];
const bounds = { timeout: 8000, killSignal: "SIGKILL", maxBuffer: 1024 * 1024 } as const;
