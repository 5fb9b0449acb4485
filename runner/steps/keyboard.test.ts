import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { endOfInput, type } from "./keyboard.ts";

it("types once the program rests", async () => {
  const run = new FakeRun();
  const client = run.program("client");
  run.next.push(() => client.prints("> "));
  expect(await type.play({ to: "client", line: "Halo" }, run)).toBeNull();
  expect(run.next).toEqual([]);
  expect(client.done).toEqual(["Halo\n"]);
  expect(run.transcript.events).toMatchObject([{ who: "client", kind: "typed", bytes: { length: 5 } }]);
});

it("types nothing to a program that has ended", async () => {
  const run = new FakeRun();
  const client = run.program("client");
  run.next.push(() => client.ends(0));
  expect(await type.play({ to: "client", text: "Halo" }, run)).toBeNull();
  expect([client.done, run.transcript.events]).toEqual([[], []]);
});

it("ends the input", async () => {
  const run = new FakeRun();
  const client = run.program("client");
  expect(await endOfInput.play("client", run)).toBeNull();
  expect(client.done).toEqual(["end of input"]);
  expect(run.transcript.events).toMatchObject([{ kind: "end-of-input" }]);
});
