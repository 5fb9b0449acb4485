import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { signal } from "./signal.ts";

it("waits until the program rests, then sends it", async () => {
  const run = new FakeRun();
  const server = run.program();
  run.next.push(() => expect(server.done).toEqual([]));
  expect(await signal.play({ to: "server", name: "SIGTERM" }, run)).toBeNull();
  expect(server.done).toEqual(["SIGTERM"]);
  expect(run.transcript.events).toMatchObject([{ who: "server", kind: "signal", detail: "SIGTERM" }]);
  expect(run.next).toEqual([]);
});
