import { readdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Result, result, type TestResult } from "../runner/result.ts";
import { readExpected } from "../runner/verify/expected.ts";
import { listFixtures } from "../tests/support/fixture.ts";
import { median } from "./measure.ts";
import { run } from "./run.ts";
import type { Part } from "./table.ts";

/** How soon a wrong program is known to be wrong: failed tests of flawed programs, picked from the bank at even distances. */
export async function benchFailures({ flaws }: { flaws: number }): Promise<Part> {
  const bank = await flawedFixtures();
  const picked = [bank.filter(isSlowToStart), bank.filter((fixture) => !isSlowToStart(fixture))].flatMap((kind) =>
    evenly(kind, flaws),
  );
  const failed: Failed[] = [];
  for (const fixture of picked) failed.push(...(await failedTests(fixture)));
  const slow = failed.filter(({ language }) => slowLanguages.has(language));
  const quick = failed.filter(({ language }) => !slowLanguages.has(language));
  return {
    title: `Failed tests of ${picked.length} flawed programs`,
    columns: ["", "tests", "start ms", "beyond ms, median", "beyond ms, third quarter"],
    rows: [row("Java and Node", slow), row("other languages", quick), row("all", failed)],
    notes: ["start: until it listens, connects or prints; beyond: from then until the verdict"],
  };
}

/** Their runtimes take long to start, and have threads of their own to be seen through. */
const slowLanguages = new Set(["Java", "JavaScript", "TypeScript"]);

function isSlowToStart({ folder }: { folder: string }): boolean {
  return readdirSync(folder).some((file) => /\.(?:java|[cm]?[jt]s)$/.test(file));
}

/** As many as are asked for, if there are so many, at even distances. */
function evenly<T>(all: readonly T[], count: number): T[] {
  return count >= all.length
    ? [...all]
    : all.filter((_, at) => Math.floor((at * count) / all.length) !== Math.floor(((at - 1) * count) / all.length));
}

interface Failed {
  language: string;
  startMs: number;
  beyondMs: number;
}

async function flawedFixtures() {
  const read = await Promise.all(
    listFixtures().map(async (fixture) => {
      const expected = await readExpected(fixture.folder);
      return "value" in expected ? { ...fixture, fails: Object.keys(expected.value.fails) } : { ...fixture, fails: [] };
    }),
  );
  return read.filter(({ fails }) => fails.length > 0);
}

async function failedTests({
  lab,
  folder,
  fails,
}: Awaited<ReturnType<typeof flawedFixtures>>[number]): Promise<Failed[]> {
  const { tests, programs } = await check([lab, folder, "--only", ...fails]);
  return tests
    .filter(({ id, status }) => status === "failed" && fails.includes(id))
    .map((test) => ({ language: programs.find(({ role }) => role === test.program)?.language ?? "", ...times(test) }));
}

async function check(args: readonly string[]): Promise<Result> {
  const file = join(tmpdir(), `wirecheck-bench-${process.pid}.json`);
  try {
    await run([process.execPath, "dist/bin/wirecheck.js", "check", ...args, "--json", file, "--seed", "1", "--quiet"]);
    return result.parse(JSON.parse(await readFile(file, "utf8")));
  } finally {
    await rm(file, { force: true });
  }
}

function times({ transcript, program, durationMs }: TestResult): { startMs: number; beyondMs: number } {
  const launched = transcript.findIndex(({ who, kind }) => who === program && kind === "started");
  const began = transcript.slice(launched + 1).find(({ who, kind }) => who === program || kind === "connect");
  const startMs = began && began.kind !== "blocked" ? began.atMs : 0;
  return { startMs, beyondMs: durationMs - startMs };
}

function row(name: string, failed: readonly Failed[]): (string | number | null)[] {
  if (failed.length === 0) return [name, 0, null, null, null];
  const beyond = failed.map(({ beyondMs }) => beyondMs).sort((a, b) => a - b);
  const figures = [
    median(failed.map(({ startMs }) => startMs)),
    median(beyond),
    beyond[Math.floor(beyond.length * 0.75)] ?? 0,
  ];
  return [name, failed.length, ...figures.map(Math.round)];
}
