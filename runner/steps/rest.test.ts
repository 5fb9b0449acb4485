import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { rest } from "./rest.ts";

it("waits until the program rests", async () => {
  const run = new FakeRun();
  run.program();
  run.next.push(() => {});
  expect(await rest.play("server", run)).toBeNull();
  expect(run.next).toEqual([]);
});
