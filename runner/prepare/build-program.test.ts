import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleTree } from "../../tests/support/sample-tree.ts";
import { c } from "../launchers/c/c.ts";
import type { Launcher } from "../launchers/launcher.ts";
import { python } from "../launchers/python/python.ts";
import { shell } from "../launchers/shell/shell.ts";
import type { Calls } from "../worker/calls.ts";
import type { BuildReport, Params } from "../worker/protocol.ts";
import { buildProgram } from "./build-program.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-build-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Builds a program with workers whose builds end so, the trial's as `trial` says, and keeps what they were asked. */
async function build(
  launcher: Launcher,
  files: Record<string, string>,
  report: Partial<BuildReport> = {},
  trial: Partial<BuildReport> = {},
) {
  const asked: Params<"build">[] = [];
  const call = async (_method: string, params: Params<"build">) => {
    asked.push(params);
    return { status: 0, output: "", limit: null, ...(asked.length === 1 ? report : trial) };
  };
  const place = { files: folder, build: join(folder, "build") };
  const built = await buildProgram(launcher, sampleTree(files), place, { call } as unknown as Calls);
  return { ...built, asked };
}

describe("buildProgram", () => {
  it("asks a worker for the plan's commands and says how the program is launched", async () => {
    const { launch, asked } = await build(shell, { "server.sh": "echo\n" });
    expect(asked.flatMap(({ commands }) => commands.map(({ argv }) => argv.slice(1)))).toEqual([["-n", "server.sh"]]);
    expect(launch).toMatchObject({
      language: "Shell",
      entry: "server.sh",
      command: { argv: [expect.stringMatching(/\/bash$/), "server.sh"] },
      ...{ closedOutput: "closed", cannotSet: [], needsTerminal: false, reservesMemory: false, files: folder },
    });
  });

  it("tells what the compiler said by the hand-in's own paths", async () => {
    const output = 'File "/home/student/server.py", line 2\nprint "x"\n';
    const { launch } = await build(python, { "server.py": 'import os\nprint "x"\n' }, { status: 1, output });
    expect(launch).toEqual({
      kind: "build-failed",
      language: "Python",
      output: 'File "server.py", line 2\nprint "x"\n',
      oldLines: [2],
      files: folder,
      entry: "server.py",
    });
  });

  it("takes a build that fails for the machine's fault if the smallest program cannot be built either", async () => {
    const output = "trial.c:1:10: fatal error: stdio.h: No such file or directory\ncompilation terminated.\n";
    const broken = { status: 1, output };
    const { launch, asked } = await build(c, { "server.c": "int main(void) { return x; }" }, broken, broken);
    expect(launch).toMatchObject({ kind: "lacking", reason: { en: expect.stringContaining("(trial.c:1:10: fatal") } });
    expect(asked.map(({ commands }) => commands[0]?.argv.find((word) => word.endsWith(".c")))).toEqual([
      "server.c",
      "trial.c",
    ]);
  });

  it("names the package that is missing and asks no worker", async () => {
    const tools = { algol: { names: ["no-such-compiler"], package: "algol" } };
    const { launch, asked } = await build({ ...shell, title: "Algol", tools }, { "server.sh": "" });
    expect(launch).toMatchObject({ kind: "lacking", reason: { en: expect.stringContaining("Algol needs (algol)") } });
    expect(asked).toEqual([]);
  });
});
