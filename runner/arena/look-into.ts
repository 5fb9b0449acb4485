import { execFile } from "node:child_process";
import { readProcFile } from "../linux/proc-file.ts";

/**
 * Runs a tool of the machine on a process of a program: behind `enter`, within the program's own walls and as its user, so that
 * what the program may do to the tool gains nothing. `{pid}` in its arguments is the process as it is known there.
 *
 * @returns what it printed; empty where it is not there, is refused, or does not come to an end
 */
export function lookInto(pid: number, enter: readonly string[], argv: readonly string[]): Promise<string> {
  const known = /^NSpid:.*?(\d+)$/m.exec(readProcFile(`/proc/${pid}/status`) ?? "")?.[1];
  const [file = "", ...args] = [...enter, ...limited, ...argv.map((word) => word.replaceAll("{pid}", known ?? ""))];
  if (known === undefined) return Promise.resolve("");
  return new Promise((resolve) => {
    execFile(file, args, { ...bounds, env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, cwd: "/" }, (_, stdout) => {
      resolve(stdout);
    });
  });
}

/** Debugging information may be made to take for ever and all the memory. */
const limited = ["prlimit", `--as=${2 ** 31}`, "--cpu=5", "--core=0"];
const bounds = { timeout: 8000, killSignal: "SIGKILL", maxBuffer: 1024 * 1024 } as const;
