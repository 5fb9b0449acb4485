import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { type Verification, verification } from "../../runner/model/verification.ts";
import { commandFile } from "./built-command.ts";

/** How a run of `wirecheck verify` ended, and what it found. */
export interface Verified {
  status: number;
  report: string;
  found: Verification[];
}

/** Verifies labs with the built command line, as an instructor would. */
export async function verify(labs: readonly string[], ...options: string[]): Promise<Verified> {
  const scratch = await mkdtemp(join(tmpdir(), "wirecheck-verify-"));
  try {
    const file = join(scratch, "findings.json");
    const { status, report } = await run("verify", ...labs, "--seed", "7", "--json", file, ...options);
    const found = z.array(verification).parse(JSON.parse(await readFile(file, "utf8")));
    return { status, report, found };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Exit status 1 means that the lab has complaints; a higher status throws. */
async function run(...args: string[]): Promise<{ status: number; report: string }> {
  try {
    const command = [commandFile, ...args];
    const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 26 });
    return { status: 0, report: stdout };
  } catch (error) {
    const { code, stderr, stdout } = error as { code: unknown; stderr: string; stdout: string };
    if (code === 1) return { status: 1, report: stdout };
    throw new Error(`wirecheck ${args.join(" ")} ended with ${code}:\n${stderr}${stdout}`);
  }
}
