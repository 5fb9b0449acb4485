import { reap } from "../linux/native.ts";
import { readStat } from "../linux/parse-stat.ts";
import { childrenOf, processForest } from "../linux/process-tree.ts";
import { sendSignal } from "../linux/send-signal.ts";

/**
 * Kills the processes of dead workers that this process has adopted (see adoptOrphans): they are children in sessions of their own,
 * unlike the commands that this process runs itself.
 *
 * @param workers the pids of live workers
 */
export function killOrphans(workers: ReadonlySet<number | undefined>): void {
  const own = readStat("/proc/self")?.session;
  const orphans = childrenOf(process.pid).filter(
    (pid) => !workers.has(pid) && readStat(`/proc/${pid}`)?.session !== own,
  );
  const tree = () => processForest(() => orphans);
  const stopped = tree();
  for (const pid of stopped) sendSignal(pid, "SIGSTOP");
  for (const pid of new Set([...stopped, ...tree()])) sendSignal(pid, "SIGKILL");
  for (const pid of orphans) reap(pid);
}
