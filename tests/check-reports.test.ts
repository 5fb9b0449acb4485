import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commandFile } from "./support/built-command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-reports-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const handIn = resolve("fixtures/tcp-echo-once/closes-early");
const args = ["check", "tcp-echo-once", handIn, "--program", "server", "--only", "echo-text", "echo-1024"];

function run(
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [commandFile, ...args, ...options],
      { cwd: folder, env: { ...process.env, ...env } },
      (_error, stdout, stderr) => done({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

it("writes files, tells GitHub Actions, and ends well from the pass mark on", async () => {
  const env = {
    GITHUB_ACTIONS: "true",
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    GITHUB_OUTPUT: join(folder, "output"),
  };
  const { status, stdout } = await run(["--report", "junit,markdown,json,badge,github", "--pass-mark", "20"], env);
  expect(status).toBe(0);
  const { score, maxScore } = JSON.parse(read("wirecheck-report/wirecheck.json"));
  expect(read("output")).toBe(`score=${score}\nmax-score=${maxScore}\n`);
  expect(read("summary")).toBe(read("wirecheck-report/report.md"));
  expect(read("wirecheck-report/junit.xml")).toContain("<failure");
  expect(JSON.parse(read("wirecheck-report/badge.json"))).toMatchObject({
    schemaVersion: 1,
    message: `${score}/${maxScore}`,
    color: "brightgreen",
  });
  expect(stdout).toMatch(/^::error .*title=[^:]*1024 and 1000 bytes/m);
});

it("writes what Classroom 50 asks of an autograder", async () => {
  const place = {
    CLASSROOM: "networks",
    ASSIGNMENT: "echo",
    SUBMISSION_TAG: "submit/2026-06-01T14-32-05Z-a1b2c3d",
    COMMIT_URL: "https://example.org/commit",
    RELEASE_URL: "https://example.org/release",
  };
  expect((await run(["--report", "classroom50"], place)).status).toBe(1);
  const written = JSON.parse(read("result.json"));
  expect(written).toMatchObject({
    schema: "classroom50/result/v1",
    classroom: "networks",
    submission: place.SUBMISSION_TAG,
    review: place.COMMIT_URL,
  });
  const sum = (key: string) =>
    written.tests.reduce((total: number, test: Record<string, number>) => total + (test[key] ?? 0), 0);
  expect([written.score, written["max-score"]]).toEqual([sum("score"), sum("max-score")]);
  expect(written.tests.map(({ passed }: { passed: boolean }) => passed)).toContain(false);
});

it("says what it lacks for that elsewhere", async () => {
  const { status, stderr } = await run(["--report", "classroom50"], { CLASSROOM: "" });
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^error: the report classroom50 needs CLASSROOM|error: the report classroom50 needs COMMIT_URL/m,
  );
});

it.each([
  ["--report", "xml", "choose from junit, markdown"],
  ["--pass-mark", "101", "give a number from 0 to 100"],
])("refuses %s %s", async (option, value, words) => {
  const { status, stderr } = await run([option, value]);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});
