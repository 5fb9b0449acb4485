import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { expectIdle } from "./expect-idle.ts";
import type { StepContext } from "./step-context.ts";

/** By CPU time: on a busy machine a loop by the clock may end before it has computed at all. */
const spin = (ms: number) =>
  `const end = process.cpuUsage().user + ${ms * 1000}; while (process.cpuUsage().user < end);`;

const output = { stdout: [], stderr: [] };

/** A step's context with these programs, for which no proof of sleep was found. */
function contextOf(launched: ReadonlyMap<string, unknown>): StepContext {
  const until = async () => ({ value: true });
  const during = <T>(work: Promise<T>) => work;
  return { launched, peers: new Map(), until, during } as unknown as StepContext;
}

it.each([
  ["computes all the time", spin(5000), "busy"],
  ["computes until it ends within the first span", spin(300), "busy"],
  ["waits", "setTimeout(() => {}, 5000)", undefined],
  ["starts up and waits", `${spin(100)} setTimeout(() => {}, 5000)`, undefined],
  ["ends at once", "", undefined],
])("tells what a program uses that %s", async (_, code, failure) => {
  const program = spawn(process.execPath, ["--eval", code]);
  const pids = () => (program.exitCode === null ? [program.pid as number] : []);
  const exited = Promise.resolve({ status: 0, limit: null, leftBehind: 0 });
  const launched = new Map([["client", { program: { pids, exited }, output }]]);
  const context = contextOf(launched);
  const verdict = await expectIdle.play({ of: "client", for: "500ms", processor: "10%" }, context);
  program.kill();
  expect(verdict?.code).toBe(failure);
});

it("does not take a program for idle that waits until its output is read", async () => {
  const program = spawn(process.execPath, ["--eval", `require("fs").writeSync(1, "x".repeat(2 ** 20)); ${spin(5000)}`]);
  program.stdout.pause();
  const launched = new Map([["client", { program: { pids: () => [program.pid as number] }, output }]]);
  const until = async () => ({ gaveUp: { why: "stuck", blocked: [{ call: "write" }], waitedMs: 20, limitMs: 500 } });
  const during = async <T>(work: Promise<T>) => {
    // By then all spans would be over.
    setTimeout(() => program.stdout.resume(), 500);
    return await work;
  };
  const context = { launched, peers: new Map(), until, during } as unknown as StepContext;
  const verdict = await expectIdle.play({ of: "client", for: "100ms", processor: "10%" }, context);
  program.kill();
  expect(verdict?.code).toBe("busy");
});

it("does not take a program for idle that prints all the time, although the reader slows it down", async () => {
  const program = spawn(process.execPath, ["--eval", "setTimeout(() => {}, 60000)"]);
  const stdout: Buffer[] = [];
  const printing = setInterval(() => stdout.push(Buffer.alloc(8 << 10)), 20);
  const launched = new Map([
    ["client", { program: { pids: () => [program.pid as number] }, output: { stdout, stderr: [] } }],
  ]);
  const context = contextOf(launched);
  const verdict = await expectIdle.play({ of: "client", for: "200ms", processor: "100%" }, context);
  clearInterval(printing);
  program.kill();
  expect(verdict?.code).toBe("busy");
});

it("does not take a program for idle that a limit ended before the first look", async () => {
  const exited = Promise.resolve({ status: 137, limit: "output", leftBehind: 0 });
  const launched = new Map([["client", { program: { pids: () => [], exited }, output }]]);
  const until = async () => ({ gaveUp: { why: "gone", blocked: [], waitedMs: 0, limitMs: 200 } });
  const during = <T>(work: Promise<T>) => work;
  const context = { launched, peers: new Map([["bob", {}]]), until, during } as unknown as StepContext;
  const verdict = await expectIdle.play({ of: "client", for: "200ms", processor: "50%" }, context);
  expect(verdict?.code).toBe("busy");
});

it("does not wait for the span where it is proven that the program sleeps until then", async () => {
  const until = async () => ({ gaveUp: { why: "late", blocked: [], waitedMs: 20, limitMs: 500 } });
  const context = { until } as unknown as StepContext;
  expect(await expectIdle.play({ of: "client", for: "500ms", processor: "10%" }, context)).toBeNull();
});
