import { execFile, spawnSync } from "node:child_process";
import type { Limits } from "../arena/launch-options.ts";
import type { Exit } from "../arena/running-program.ts";

const isPosix = process.platform !== "win32";

/**
 * The command line that starts a program under the limits that a shell can set (POSIX ulimit), because Node cannot set them. Windows
 * has no such limits: the command line is unchanged.
 */
export function withLimits(argv: readonly string[], limits: Limits): string[] {
  if (!isPosix) return [...argv];
  const blockBytes = 512;
  const script = [
    `ulimit -c 0`,
    `ulimit -f ${Math.ceil(limits.fileBytes / blockBytes)}`,
    `ulimit -t ${Math.ceil(limits.cpuSeconds)}`,
    // Every process of the user counts, including those of the desktop.
    `ulimit -u ${processesNow() + limits.processes}`,
  ];
  // A limit that is lower already stays as it is.
  return ["/bin/sh", "-c", `{ ${script.join("; ")}; } 2>/dev/null; exec "$0" "$@"`, ...argv];
}

let counted: { atMs: number; processes: number } | undefined;

/** The number of processes and threads of the user, counted again after a few seconds. */
function processesNow(): number {
  if (counted !== undefined && performance.now() - counted.atMs < recountAfterMs) return counted.processes;
  const all = process.platform === "darwin" ? ["-x", "-o", "pid="] : ["-x", "-L", "-o", "pid="];
  const { stdout } = spawnSync("ps", all, { encoding: "latin1", stdio: ["ignore", "pipe", "ignore"] });
  counted = { atMs: performance.now(), processes: (stdout ?? "").split("\n").length };
  return counted.processes;
}

const recountAfterMs = 5000;

/** Checks at intervals what the processes of a group use together, and reports once which limit they exceed; returns how to stop. */
export function watchGroup(group: number, limits: Limits, exceeded: (limit: Exit["limit"]) => void): () => void {
  if (!isPosix) return () => {};
  const timer = setInterval(() => {
    execFile("ps", ["-A", "-o", "pgid=,rss="], (error, stdout) => {
      if (error || stopped) return;
      const own = stdout.split("\n").flatMap((line) => {
        const [pgid, kibibytes] = line.trim().split(/\s+/).map(Number);
        return pgid === group ? [kibibytes ?? 0] : [];
      });
      const bytes = own.reduce((sum, kibibytes) => sum + kibibytes * 1024, 0);
      const limit = own.length >= limits.processes ? "processes" : bytes > limits.memoryBytes ? "memory" : null;
      if (limit === null) return;
      stop();
      exceeded(limit);
    });
  }, lookEveryMs);
  timer.unref();
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearInterval(timer);
  };
  return stop;
}

const lookEveryMs = 300;
