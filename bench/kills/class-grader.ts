import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { commandFile } from "../../tests/support/built-command.ts";
import { type MadeClass, smallLab } from "../made-class/make-class.ts";

/** A run of `grade` over a made class. */
export interface GradeRun {
  child: ChildProcess;
  /** Number of hand-ins that are done, including those of earlier runs. */
  done(): number;
  /** Number of hand-ins that this run graded. */
  graded(): number;
  /** Number of all hand-ins; NaN before the first is done. */
  total(): number;
  /** Time of the first graded hand-in, in milliseconds since the start. */
  firstMs(): number;
  ended: Promise<{ status: number | null; ms: number }>;
}

/** Starts to grade a made class into a folder, with temporary files in `temporary`. */
export function startGrading({ source, roster }: MadeClass, out: string, temporary: string): GradeRun {
  const flags = ["--out", out, "--roster", roster, "--seed", "7", "--report", "gradebook,junit"];
  const argv = [commandFile, "grade", smallLab, source, ...flags];
  const env = { ...process.env, TMPDIR: temporary };
  const begunMs = performance.now();
  const ageMs = () => performance.now() - begunMs;
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "pipe"], env });
  let [done, graded, total, firstMs] = [0, 0, Number.NaN, Number.NaN];
  createInterface({ input: child.stderr }).on("line", (line) => {
    const counted = line.match(/^(\d+)\/(\d+) /);
    if (!counted) return;
    if (done === 0) firstMs = ageMs();
    if (!line.endsWith("(as before)")) graded += 1;
    [done, total] = [Number(counted[1]), Number(counted[2])];
  });
  const ended = once(child, "close").then(([status]) => ({ status, ms: ageMs() }));
  return { child, done: () => done, graded: () => graded, total: () => total, firstMs: () => firstMs, ended };
}
