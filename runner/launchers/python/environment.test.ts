import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { fillCache } from "../tools/tool-cache.ts";
import { resolveTool } from "../tools/toolchain.ts";
import { pythonTool } from "./python-tool.ts";

let home: string;
let path: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "wirecheck-python-"));
  vi.stubEnv("XDG_CACHE_HOME", home);
  const interpreter = await resolveTool(pythonTool);
  if (!interpreter || !pythonTool.cache) throw new Error("there is no Python");
  // A variable of its own, or it would be the one that another test has made.
  const folder = await fillCache({ ...pythonTool.cache, env: { MADE_FOR: home } }, interpreter);
  path = join(folder ?? "", pythonTool.cache.executable ?? "");
  // The tests write into it: never into the one that grades.
  if (!path.startsWith(home)) throw new Error(`${path} is not this test's own`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

it("is what the interpreter is otherwise", async () => {
  const told = "import sys; print(sys.version, sys.base_prefix, exit)";
  const { stdout } = await execa(path, ["-c", told]);
  const { stdout: interpreter } = await execa("python3", ["-c", told]);
  expect(stdout).toBe(interpreter);
  const { stdout: searched } = await execa("python3", ["-c", "import sys; print('\\n'.join(sys.path[1:]))"]);
  const { stdout: ours } = await execa(path, ["-c", "import sys; print('\\n'.join(sys.path[1:]))"]);
  expect(ours.split("\n")).toEqual(expect.arrayContaining(searched.split("\n")));
});

it("finds the machine's packages and runs none of their hooks", async () => {
  const packages = join(home, "packages");
  mkdirSync(packages);
  writeFileSync(join(packages, "proxy.pth"), "import sys; print('hooked')\n");
  writeFileSync(join(packages, "of_the_machine.py"), "print('found')\n");
  const { stdout: listed } = await execa(path, ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]);
  writeFileSync(join(listed, "machine.pth"), `${packages}\n`);
  expect((await execa(path, ["-c", "import of_the_machine, sys; sys.exit()"])).stdout).toBe("found");
});
