import { expect, it } from "vitest";
import { FakeProgram, listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { start } from "./start.ts";

function play(step: unknown, about: Partial<FakeRun> = {}, listens = true) {
  const run = Object.assign(new FakeRun(), about);
  const program = new FakeProgram("server");
  if (listens) program.listens.push(listeningAt(6000));
  run.toStart.push(program);
  return { run, program, failure: start.play(step, run) };
}

it("launches a server and waits until it listens", async () => {
  const { run, program, failure } = play("server");
  expect(await failure).toBeNull();
  expect(run.started).toEqual([{ role: "server", port: "given", stdin: "open", stdout: "pipe" }]);
  expect(program.listenedOn).toBe(6000);
  expect(await play("server", {}, false).failure).toEqual({ code: "not-listening", who: "server", gaveUp });
});

it("waits for no client, and for no server where the step says so", async () => {
  expect(await play("client", { kindOf: "client" }, false).failure).toBeNull();
  expect(await play({ program: "server", listening: false }, {}, false).failure).toBeNull();
});

it.each([
  ["a number", 8000, { same: 8000 }],
  ["no port", "none", "none"],
  ["a text that is not a port", { invalid: "abc" }, { invalid: "abc" }],
  ["that of a program that listens", { of: "server" }, { same: 7000 }],
  ["that of one that was not started", { of: "other" }, { same: 5000 }],
])("gives it %s", async (_, port, meant) => {
  const run = new FakeRun();
  run.program("server", { listenedOn: 7000 });
  run.toStart.push(new FakeProgram("client"));
  expect(await start.play({ program: "client", port, listening: false }, run)).toBeNull();
  expect(run.started).toMatchObject([{ port: meant }]);
});

it("starts a program that takes a port by itself in the lab's way, and tells others that port", async () => {
  const run = new FakeRun();
  run.defaultPortOf = (role) => (role === "server" ? 12_345 : undefined);
  run.toStart.push(new FakeProgram("server"), new FakeProgram("client"));
  expect(await start.play({ program: "server", port: { of: "client" }, listening: false }, run)).toBeNull();
  expect(await start.play({ program: "client", port: { of: "server" }, listening: false }, run)).toBeNull();
  expect(run.started).toMatchObject([{ port: "as-asked" }, { port: { same: 12_345 } }]);
});

it("hands on words, environment, name and streams", async () => {
  const asked = { words: ["log"], env: { A: "1" }, as: "ann", stdin: "terminal", stdout: "closed" };
  const { run, failure } = play({ program: "client", ...asked }, { kindOf: "client" });
  expect(await failure).toBeNull();
  expect(run.started).toEqual([{ role: "client", port: "given", ...asked }]);
});

it("says why a program cannot be launched", async () => {
  expect(await start.play("server", new FakeRun())).toEqual({ code: "no-program", who: "server" });
});
