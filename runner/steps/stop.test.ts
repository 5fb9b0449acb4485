import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { stop } from "./stop.ts";
import { LabFault } from "./support/names.ts";

it("kills the program and ends its relays", async () => {
  const run = new FakeRun();
  const server = run.program();
  let ended = 0;
  server.relays.push({ discard: async () => void ended++ });
  expect(await stop.play("server", run)).toBeNull();
  expect([server.done, ended, server.relays]).toEqual([["kill"], 1, []]);
  await expect(stop.play("client", run)).rejects.toThrow(LabFault);
});
