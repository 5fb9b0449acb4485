import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Arena } from "../arena/arena.ts";
import type { Exit } from "../arena/running-program.ts";
import { build } from "./build.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const params = { commands: [{ argv: ["cc"], env: {} }], files: "files", build: "build", toolFolders: [] };

/** An arena where a build goes on until it is killed, or until it ends by itself. */
function arenaOf(): { arena: Arena; ends: (exit: Exit) => void } {
  let ends: (exit: Exit) => void = () => {};
  const exited = new Promise<Exit>((resolve) => {
    ends = resolve;
  });
  const kill = async () => ends({ status: 137, limit: null, leftBehind: 0 });
  const arena = { renewNetwork: () => {}, launch: () => ({ exited, kill }) };
  return { arena: arena as unknown as Arena, ends };
}

it("gives a build the time that a busy machine needs", async () => {
  const { arena, ends } = arenaOf();
  const report = build(arena, params);
  await vi.advanceTimersByTimeAsync(240_000);
  ends({ status: 0, limit: null, leftBehind: 0 });
  expect(await report).toMatchObject({ status: 0 });
});

it("blames the machine, and not the hand-in, for one that is not done at last", async () => {
  const report = build(arenaOf().arena, params);
  const outcome = expect(report).rejects.toThrow("a build was not done after 5 minutes");
  await vi.advanceTimersByTimeAsync(300_000);
  await outcome;
});

it("leaves a build that met a limit to the hand-in", async () => {
  const { arena, ends } = arenaOf();
  const report = build(arena, params);
  ends({ status: 137, limit: "cpu", leftBehind: 0 });
  expect(await report).toMatchObject({ status: 137, limit: "cpu" });
});
