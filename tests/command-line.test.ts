import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import * as nodeModule from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { execa } from "execa";
import { expect, it } from "vitest";
import { commandFile } from "./support/built-command.ts";

async function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, [commandFile, ...args])) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

it("shows its help with examples", async () => {
  const { status, stdout, stderr } = await run("--help");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Usage: wirecheck");
  expect(stdout).toContain("$ wirecheck doctor");
});

it("keeps its compiled code for the next run, where Node.js can", async () => {
  const caches = await mkdtemp(join(tmpdir(), "caches-"));
  try {
    await execa(process.execPath, [commandFile, "--version"], { env: { XDG_CACHE_HOME: caches } });
    expect(existsSync(join(caches, "wirecheck/code"))).toBe("enableCompileCache" in nodeModule);
  } finally {
    await rm(caches, { recursive: true });
  }
});

it("shows the help of each command", async () => {
  for (const command of ["labs", "doctor"]) {
    const { status, stdout } = await run(command, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: wirecheck ${command}`);
    expect(stdout).toContain("Example");
  }
});

it.each([
  [["lasb"], "error: unknown command 'lasb'\n(Did you mean labs?)"],
  [["labs", "--lnag", "id"], "error: unknown option '--lnag'\n(Did you mean --lang?)"],
  [["labs", "--lang", "fr"], "Allowed choices are en, id."],
  [["labs", "too", "many"], "error: too many arguments for 'labs'"],
])("answers wrong usage %j with status 2 and a sentence", async (args, sentence) => {
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^ {4}at /m);
});

const indonesian = { ...process.env, LC_ALL: "id_ID.UTF-8" };

it.each([
  [["chek"], "error: perintah 'chek' tidak dikenal\n(Maksud Anda check?)\n(--help menampilkan cara pemakaiannya)"],
  [["check", "tcp-ecko", "."], "error: lab `tcp-ecko` tidak dikenal: maksud Anda `tcp-echo`?"],
  [
    ["check", "tcp-echo", ".", "--only", "strats"],
    "error: lab tcp-echo tidak memiliki tes `strats`: maksud Anda `starts`?",
  ],
])("answers wrong usage %j in the language of the locale", async (args, sentence) => {
  const { stderr, exitCode } = await execa(process.execPath, [commandFile, ...args], {
    env: indonesian,
    reject: false,
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(sentence) });
});

it.each(["check", "watch", "labs", "doctor"])(
  "explains %s in the language of the locale, without a word of English",
  async (command) => {
    const { stdout } = await execa(process.execPath, [commandFile, command, "--help"], { env: indonesian });
    expect(stdout).toContain("Pemakaian: wirecheck");
    const english = /\b(the|this|file or|show|write|run again|default|choices|Options|Arguments)\b/;
    expect(stdout.split("\n").filter((line) => english.test(line))).toEqual([]);
    expect(stdout).not.toMatch(/\[\]|null|best: \(/);
    const { stdout: asked } = await execa(process.execPath, [commandFile, command, "--lang", "en", "--help"], {
      env: indonesian,
    });
    expect(asked).toContain("Usage: wirecheck");
  },
);

it("tells what the machine has in the language of the locale", async () => {
  const { stdout } = await execa(process.execPath, [commandFile, "doctor"], { env: indonesian });
  expect(stdout).toMatch(/^Isolasi: /m);
  expect(stdout).toContain("Bahasa pemrograman");
});

it("colours as NO_COLOR and FORCE_COLOR say, wherever its output goes", async () => {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const doctor = async (colour: NodeJS.ProcessEnv) =>
    (await execa(process.execPath, [commandFile, "doctor"], { env: { ...env, ...colour }, extendEnv: false })).stdout;
  expect(await doctor({})).not.toContain("\u001b[");
  expect(await doctor({ FORCE_COLOR: "1" })).toContain("\u001b[32m");
  expect(await doctor({ FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain("\u001b[");
});

it("explains itself when it is called without a command", async () => {
  const { status, stderr } = await run();
  expect(status).toBe(2);
  expect(stderr).toContain("Usage: wirecheck");
});

it("is quiet when nobody reads to the end", async () => {
  const child = spawn(process.execPath, [commandFile, "doctor"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const [status] = await once(child, "close");
  expect({ status, complaints }).toEqual({ status: 0, complaints: "" });
});
