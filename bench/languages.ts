import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { programEnvironment, withPaths } from "../runner/arena/environment.ts";
import { openHandIn } from "../runner/handin/open-hand-in.ts";
import { isLaunchable, type Launchable, type PreparedProgram } from "../runner/model/prepared-program.ts";
import { preparePrograms } from "../runner/prepare/prepare-programs.ts";
import type { Lab, Test } from "../runner/spec/lab.ts";
import type { Calls } from "../runner/worker/calls.ts";
import { Pool } from "../runner/worker/pool.ts";
import { connectWhenReady, killDirectly, launchDirectly } from "./direct-launch.ts";
import { median } from "./measure.ts";
import { readLab } from "./read-lab.ts";
import type { Part } from "./table.ts";
import { withScratch } from "./with-scratch.ts";

/** A correct server of the lab in each language. */
const servers: Readonly<Record<string, string>> = {
  C: "correct-c",
  "C++": "correct-cpp-threads",
  Rust: "correct-rust",
  Go: "correct-go",
  Python: "correct-plain",
  JavaScript: "correct-node",
  Java: "correct-java",
};

/** The test that is played: launch, one exchange, kill. */
const testId = "echo-text";

/** The time of one passing test beyond the start of its program, in each language. */
export async function benchLanguages({ runs }: { runs: number }): Promise<Part> {
  const lab = await readLab("tcp-echo-once");
  const rows = [];
  for (const [language, name] of Object.entries(servers)) rows.push(await row(language, name, lab, runs));
  return {
    title: `One passing test (${testId}), median of ${runs}`,
    columns: ["", "own start ms", "test ms", "beyond ms"],
    rows,
    notes: ["own start: from launch, without isolation, until it accepts a connection"],
  };
}

async function row(language: string, name: string, lab: Lab, runs: number): Promise<(string | number | null)[]> {
  const measured = await withServer(lab, join("fixtures/tcp-echo-once", name), async (calls, program) => {
    if (!isLaunchable(program.launch)) return null;
    const starts: number[] = [];
    const tests: number[] = [];
    // Alternating, so that a machine that becomes slower affects both.
    for (let count = 0; count < runs; count++) {
      starts.push(await ownStart(program.launch));
      tests.push(await passingTest(lab, calls, program));
    }
    return { start: median(starts), test: median(tests) };
  });
  if (!measured) return [language, null, null, null];
  const { start, test } = measured;
  return [language, ...[start, test, test - start].map((ms) => Math.round(ms * 10) / 10)];
}

function withServer<T>(
  lab: Lab,
  path: string,
  use: (calls: Calls, program: PreparedProgram) => Promise<T>,
): Promise<T> {
  return withScratch(async (scratch) => {
    const pool = await Pool.open({ tier: "full", watch: true, scratch, size: 1 });
    try {
      const handIn = await openHandIn(path, join(scratch, "hand-in"));
      if ("problem" in handIn) throw new Error(`${path} cannot be opened`);
      const prepared = await preparePrograms(lab, ["server"], handIn, {
        scratch,
        calls: pool.for(path),
        libraries: new Map(),
      });
      if (!("programs" in prepared)) throw new Error(`${path} is unclear`);
      return await use(pool.for(path), prepared.programs[0] as PreparedProgram);
    } finally {
      await pool.end();
    }
  });
}

async function passingTest(lab: Lab, calls: Calls, program: PreparedProgram): Promise<number> {
  const test = lab.tests.find(({ id }) => id === testId) as Test;
  const began = performance.now();
  const outcome = await calls.call("play", { test, role: "server", programs: [program], seed: "bench" });
  if (outcome.status !== "passed") throw new Error(`${program.role} does not pass ${testId}`);
  return performance.now() - began;
}

async function ownStart({ command, files, build }: Launchable): Promise<number> {
  const port = await freePort();
  const paths = { home: files, build: build ?? files };
  const argv = [...command.argv.map((word) => withPaths(word, paths)), "--port", `${port}`];
  const began = performance.now();
  const child = launchDirectly({ argv, folder: files, env: programEnvironment(command.env, paths) });
  try {
    const socket = await connectWhenReady(child, port);
    const tookMs = performance.now() - began;
    socket.destroy();
    return tookMs;
  } finally {
    await killDirectly(child);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
