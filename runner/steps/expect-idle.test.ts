import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { expectIdle } from "./expect-idle.ts";
import type { Scene } from "./scene.ts";

const spin = (ms: number) => `const end = Date.now() + ${ms}; while (Date.now() < end);`;

it.each([
  ["computes all the time", spin(5000), "busy"],
  ["computes until it ends within the first span", spin(400), "busy"],
  ["waits", "setTimeout(() => {}, 5000)", undefined],
  ["starts up and waits", `${spin(100)} setTimeout(() => {}, 5000)`, undefined],
  ["ends at once", "", undefined],
])("tells what a program uses that %s", async (_, code, failure) => {
  const program = spawn(process.execPath, ["--eval", code]);
  const pids = () => (program.exitCode === null ? [program.pid as number] : []);
  const actors = new Map([["client", { program: { pids } }]]);
  const scene = { actors, during: <T>(work: Promise<T>) => work } as unknown as Scene;
  const verdict = await expectIdle.play({ of: "client", for: "500ms", processor: "10%" }, scene);
  program.kill();
  expect(verdict?.code).toBe(failure);
});
