import { expect, it } from "vitest";
import type { Tool } from "../launchers/launcher.ts";
import { findDebuggers, findToolchains } from "./find-toolchains.ts";

const launcher = (title: string, tools: Record<string, Tool>) => ({ title, tools });

it("tells the version of a toolchain that is there", async () => {
  const [found] = await findToolchains([launcher("Node.js", { node: { names: ["node"], package: "nodejs" } })]);
  expect(found).toEqual({ name: "Node.js", isThere: true, detail: expect.stringMatching(/^node v\d+\.\d+/) });
});

it("names the package of one that is missing", async () => {
  const tools = {
    a: { names: ["no-such-compiler"], package: "algol" },
    b: { names: ["no-such-linker"], package: "algol" },
  };
  expect(await findToolchains([launcher("Algol", tools)])).toEqual([
    {
      name: "Algol",
      isThere: false,
      detail: {
        en: "no-such-compiler and no-such-linker are missing: its programs cannot be graded",
        id: "no-such-compiler dan no-such-linker tidak ada: programnya tidak dapat dinilai",
      },
      fix: "sudo apt-get install -y algol",
    },
  ]);
});

it("leaves out a language that needs no toolchain", async () => {
  expect(await findToolchains([launcher("Executable", {})])).toEqual([]);
});

it("says of a debugger that is missing which languages it is about", async () => {
  const stackTool = { command: "no-such-debugger", package: "debug", argv: [], threads: () => [] };
  const [found, ...others] = await findDebuggers([
    { title: "Algol", stackTool },
    { title: "Simula", stackTool },
    { title: "Lisp" },
  ]);
  expect(found).toMatchObject({ name: "debugger", isThere: false, fix: "sudo apt-get install -y debug" });
  expect(found?.detail).toMatchObject({ en: expect.stringContaining("(Algol, Simula)") });
  expect(others).toEqual([]);
});
