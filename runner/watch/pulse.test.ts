import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { hasSleptSince, takePulse } from "./pulse.ts";

it("tells a program that a signal has stopped from one that sleeps", async () => {
  const program = spawn("sleep", ["30"]);
  await once(program, "spawn");
  const pid = program.pid as number;
  await untilState(pid, "S");
  expect(takePulse([pid]).isStopped).toBe(false);
  program.kill("SIGSTOP");
  await untilState(pid, "T");
  expect(takePulse([pid]).isStopped).toBe(true);
  program.kill("SIGKILL");
});

it("does not take a thread for asleep that is up, although it was not scheduled again", async () => {
  const program = spawn("sh", ["-c", "echo up; while :; do :; done"]);
  await once(program.stdout, "data");
  const pid = program.pid as number;
  const folder = `/proc/${pid}/task/${pid}`;
  const turns = Number(readFileSync(`${folder}/schedstat`, "latin1").split(" ")[2]);
  const pulse = { cpuTicks: 0, turns: new Map([[folder, turns]]), isStopped: false, enders: [] };
  expect(hasSleptSince(pulse)).toBe(false);
  program.kill("SIGKILL");
});

async function untilState(pid: number, state: string): Promise<void> {
  while (!readFileSync(`/proc/${pid}/stat`, "latin1").includes(`(sleep) ${state}`)) await delay(2);
}
