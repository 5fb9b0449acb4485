import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Result, result } from "../../runner/model/result.ts";
import { commandFile } from "./built-command.ts";

/** Grades a hand-in with the built command line, as a student would. */
export async function check(lab: string, folder: string, ...options: string[]): Promise<Result> {
  const scratch = await mkdtemp(join(tmpdir(), "wirecheck-fixture-"));
  try {
    const file = join(scratch, "result.json");
    const said = await run("check", lab, folder, "--seed", "7", "--json", file, ...options);
    const json = await readFile(file, "utf8").catch(() => null);
    if (json === null) throw new Error(`wirecheck gave no result:\n${said}`);
    return result.parse(JSON.parse(json));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Runs it and returns standard error. Exit status 1 only means lost marks, and 3 that a test ended in an error. */
async function run(...args: string[]): Promise<string> {
  try {
    const { stderr } = await promisify(execFile)(process.execPath, [commandFile, ...args]);
    return stderr;
  } catch (error) {
    const { code, stderr } = error as { code: unknown; stderr: string };
    if (code === 1 || code === 3) return stderr;
    throw new Error(`wirecheck ${args.join(" ")} ended with ${code}:\n${stderr}`);
  }
}
