import { readdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { atOnce } from "../runner/at-once.ts";
import type { GradeRecord } from "../runner/class/class-run.ts";
import { launchers } from "../runner/launchers/index.ts";
import { resolveTools } from "../runner/launchers/tools/toolchain.ts";
import { builtCommand } from "../tests/support/built-command.ts";
import type { HandIns } from "./hand-ins.ts";
import { run } from "./run.ts";
import { withScratch } from "./with-scratch.ts";

/** Grades a class and returns how many hand-ins get full marks. */
export type Grader = (handIns: HandIns) => Promise<number>;

/** wirecheck's `grade` with its default number of workers; throws when its marks are not the expected ones. */
export function wirecheckGrader(...flags: readonly string[]): Grader {
  return ({ lab, root, correct }) =>
    withScratch(async (out) => {
      const argv = ["grade", lab, root, "--out", out, "--program", "server", "--seed", "1", ...flags];
      const status = await run([...builtCommand, ...argv]);
      if (status !== 0) throw new Error(`wirecheck grade ended with status ${status}`);
      const sound = await faultless(join(out, "results"));
      if (sound !== correct) throw new Error(`wirecheck found ${sound} programs without fault, not ${correct}`);
      return sound;
    });
}

async function faultless(results: string): Promise<number> {
  const names = await readdir(results);
  const records = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(results, name), "utf8")) as GradeRecord),
  );
  return records.filter(({ result }) => result !== null && result.score >= result.maxScore).length;
}

/** How the pytest suite is run. */
export interface PytestOptions {
  /** Hand-ins at a time, each in a process of its own. */
  lanes: number;
  /** Whether all tests of a hand-in that do not end the server share one, instead of starting a new one each. */
  oneServer?: boolean;
  /** Tests of a hand-in at a time, each in its own process, as in check50. @default one after another in one process */
  testsAtOnce?: number;
}

/** The pytest suite next to this file; null if pytest is not installed. */
export async function pytestGrader({
  lanes,
  oneServer = false,
  testsAtOnce = 0,
}: PytestOptions): Promise<Grader | null> {
  const interpreter = await pythonPath();
  if ((await run([interpreter, "-m", "pytest", "--version"])) !== 0) return null;
  return ({ lab, folders }) =>
    withScratch(async (cache) => {
      const suite = `bench/pytest-suite/test_${lab.replaceAll("-", "_")}.py`;
      const statuses = await atOnce(lanes, folders, (folder) =>
        pytest(interpreter, suite, { folder, cache, oneServer, testsAtOnce }),
      );
      return statuses.filter((status) => status === 0).length;
    });
}

/** The suite is compiled once, into `cache`, as it would be on an instructor's machine. */
async function pytest(
  interpreter: string,
  suite: string,
  { folder, cache, oneServer, testsAtOnce }: { folder: string; cache: string; oneServer: boolean; testsAtOnce: number },
) {
  const { PYTHONDONTWRITEBYTECODE: _, ...inherited } = process.env;
  const own = { ...inherited, ...(oneServer && { ONE_SERVER: "1" }), TESTS_AT_ONCE: `${testsAtOnce}` };
  const env = { ...own, HAND_IN: join(folder, "server.py"), PYTHONPYCACHEPREFIX: cache };
  const status = await run([interpreter, "-m", "pytest", "-q", "-p", "no:cacheprovider", suite], env);
  if (status > 1) throw new Error(`pytest ended with status ${status} on ${folder}`);
  return status;
}

/** The interpreter that wirecheck uses for Python hand-ins: all graders use the same. */
export async function pythonPath(): Promise<string> {
  const resolved = await resolveTools(launchers.python.tools);
  if (!("tools" in resolved) || !resolved.tools.python) throw new Error("python3 is missing");
  return resolved.tools.python.path;
}

/** How many processes can really run at once here. */
export const cores = availableParallelism();
