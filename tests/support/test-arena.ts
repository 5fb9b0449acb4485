import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Arena } from "../../runner/arena/arena.ts";
import type { LaunchOptions } from "../../runner/arena/launch-options.ts";
import { defaultLimits } from "../../runner/arena/limits.ts";
import { openArena } from "../../runner/arena/open-arena.ts";
import type { RunningProgram } from "../../runner/arena/running-program.ts";
import { mayEnterNetworks } from "../../runner/linux/rights.ts";

/** The tiers that this process can test: `full` needs root, or `unshare -Ur` around the tests. */
export const tiers: readonly ("full" | "ports")[] = mayEnterNetworks() ? ["full", "ports"] : ["ports"];

/** A program whose output is collected. */
export interface TestProgram extends RunningProgram {
  stdout(): string;
  stderr(): string;
}

/** An arena in a scratch folder of its own, and short ways to launch programs in it. */
export interface TestArena {
  arena: Arena;
  /** The only folder on this machine to which it writes. */
  scratch: string;
  launch(argv: string[], options?: Partial<LaunchOptions> & { sources?: Record<string, string> }): TestProgram;
  python(source: string, options?: Partial<LaunchOptions>): TestProgram;
  close(): Promise<void>;
}

/** Opens an arena for a test. */
export async function openTestArena(tier: "full" | "ports"): Promise<TestArena> {
  const scratch = mkdtempSync(join(tmpdir(), "wirecheck-test-"));
  chmodSync(scratch, 0o755);
  const arena = await openArena({ tier, scratch });
  let count = 0;
  const launch: TestArena["launch"] = (argv, { sources = {}, ...options } = {}) => {
    const files = join(scratch, `files-${count++}`);
    mkdirSync(files);
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(files, name), text, { mode: 0o755 });
    const output = { stdout: "", stderr: "" };
    const program = arena.launch({
      ...{ name: "program", argv, env: {}, files, toolFolders: [], limits: defaultLimits },
      onOutput: (stream, bytes) => {
        output[stream] += bytes;
      },
      ...options,
    });
    return Object.assign(program, { stdout: () => output.stdout, stderr: () => output.stderr });
  };
  return {
    arena,
    scratch,
    launch,
    python: (source, options) =>
      launch(["/usr/bin/python3", "main.py"], { ...options, sources: { "main.py": source } }),
    async close() {
      await arena.close();
      rmSync(scratch, { recursive: true });
    },
  };
}

/** Waits until `look` returns something, polling; throws when it does not within `withinMs`. */
export async function until<T>(look: () => T | false | null | undefined | "", withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const startMs = performance.now();
    const seen = look();
    if (seen) return seen;
    const now = performance.now();
    if (now > deadline) throw new Error(`Not within ${withinMs} ms: ${look}`);
    // Polls more slowly when `look` is slow, so that the test does not load the machine.
    await new Promise((resolve) => setTimeout(resolve, 2 + 4 * (now - startMs)));
  }
}

/** Pids of all processes on this machine, except zombies, whose command line contains `mark`. */
export function processesMarked(mark: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid && commandLine(pid).includes(mark));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
