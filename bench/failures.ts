import { readdirSync } from "node:fs";
import type { TestResult } from "../runner/model/result.ts";
import { type Judged, listJudged } from "../tests/support/judged.ts";
import { check } from "./check.ts";
import { evenly } from "./evenly.ts";
import { median } from "./measure.ts";
import type { Part } from "./table.ts";

/** How soon a wrong program fails: times of failed tests of flawed programs, picked from the bank at even distances. */
export async function benchFailures({ flaws }: { flaws: number }): Promise<Part> {
  const bank = (await listJudged()).filter(({ expected }) => Object.keys(expected.fails).length > 0);
  const picked = [bank.filter(isSlowToStart), bank.filter((fixture) => !isSlowToStart(fixture))].flatMap((kind) =>
    evenly(kind, Math.min(flaws, kind.length)),
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

/** Their runtimes start slowly, and have threads of their own that the watch must recognise. */
const slowLanguages = new Set(["Java", "JavaScript", "TypeScript"]);

function isSlowToStart({ folder }: { folder: string }): boolean {
  return readdirSync(folder).some((file) => /\.(?:java|[cm]?[jt]s)$/.test(file));
}

interface Failed {
  language: string;
  startMs: number;
  beyondMs: number;
}

async function failedTests(fixture: Judged): Promise<Failed[]> {
  const fails = Object.keys(fixture.expected.fails);
  const { tests, programs } = await check(fixture, ["--only", ...fails]);
  return tests
    .filter(({ id, status }) => status === "failed" && fails.includes(id))
    .map((test) => ({ language: programs.find(({ role }) => role === test.program)?.language ?? "", ...times(test) }));
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
