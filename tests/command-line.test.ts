import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
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
