import { expect, it } from "vitest";
import { listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import type { SocketOptions } from "../linux/socket-options.ts";
import { expectOption } from "./expect-option.ts";
import { Unplayable } from "./support/unplayable.ts";

const off: SocketOptions = { reuseaddr: false, keepalive: false, nodelay: false, lingerSeconds: null };

function play(step: object, options: Partial<SocketOptions> = {}) {
  const run = new FakeRun();
  run.program("server", { listens: [listeningAt(5000)], options: () => ({ ...off, ...options }) });
  return expectOption.play({ of: "server", on: "listening", ...step }, run);
}

it.each([
  ["an option that is on", { reuseaddr: true }, { reuseaddr: true }],
  ["one that is off", { keepalive: false }, {}],
  ["the seconds of a linger", { linger: "2s" }, { lingerSeconds: 2 }],
  ["a queue of that length or more", { backlog: 100 }, {}],
])("takes %s", async (_, step, options) => {
  expect(await play(step, options)).toBeNull();
});

it.each([
  ["reuseaddr", { reuseaddr: true }, { option: "reuseaddr", wanted: true, found: false }],
  ["linger", { linger: "2s" }, { option: "linger", wanted: 2, found: "off" }],
  ["backlog", { backlog: 200 }, { option: "backlog", wanted: 200, found: 128 }],
])("fails another %s", async (_, step, facts) => {
  const failure = { code: "option-differs", who: "server", facts: { on: "listening", ...facts }, gaveUp };
  expect(await play(step)).toEqual(failure);
});

it("fails a program without such a socket", async () => {
  const run = new FakeRun();
  run.program();
  const failure = await expectOption.play({ of: "server", on: "listening", nodelay: true }, run);
  expect(failure).toMatchObject({ code: "option-differs", facts: { on: "listening", option: "none" } });
});

it("does not count where the language cannot set the option, or the system refuses to show it", async () => {
  const run = new FakeRun();
  run.program("server", { cannotSet: ["backlog"], language: "Go" });
  const step = { of: "server", on: "listening", backlog: 5 };
  await expect(expectOption.play(step, run)).rejects.toThrow(Unplayable);
  const options = () => {
    throw new Error("EPERM");
  };
  run.program("server", { listens: [listeningAt(5000)], options });
  await expect(expectOption.play(step, run)).rejects.toThrow(Unplayable);
});
