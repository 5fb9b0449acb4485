import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a command to its end, discards its output, and returns its exit status; throws when a signal ended it.
 *
 * @param begun called with the process id
 */
export async function run(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  begun: (pid: number) => void = () => {},
): Promise<number> {
  const [file = "", ...args] = argv;
  const child = spawn(file, args, { stdio: "ignore", env });
  running.add(child);
  if (child.pid !== undefined) begun(child.pid);
  try {
    const [status, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    if (status === null) throw new Error(`${file} was ended by ${signal}`);
    return status;
  } finally {
    running.delete(child);
  }
}

/** Processes to end with this one: a grader that is asked to end takes its programs with it. */
const running = new Set<ChildProcess>();

process.once("exit", () => {
  for (const child of running) child.kill("SIGTERM");
});
for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => process.exit(status));
}
