import { expect, it } from "vitest";
import { listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectDescriptors, noteDescriptors } from "./descriptors.ts";
import { LabFault } from "./support/names.ts";

const step = { of: "server", more: 2 };

/** A server of which the kernel shows no descriptors, and what had been counted before. */
function server(before: number) {
  const run = new FakeRun();
  const program = run.program("server", { listens: [listeningAt(5000)] });
  run.notes.set("descriptors of server", before);
  return { run, program };
}

it("takes as many as were counted, and a few more", async () => {
  const { run } = server(0);
  expect(await noteDescriptors.play("server", run)).toBeNull();
  expect(await expectDescriptors.play(step, run)).toBeNull();
  expect(await expectDescriptors.play(step, server(-2).run)).toBeNull();
});

it("fails more than that", async () => {
  const failure = { code: "more-descriptors", who: "server", facts: { before: -3, after: 0 }, gaveUp };
  expect(await expectDescriptors.play(step, server(-3).run)).toEqual(failure);
});

it("does not take the end of a server for descriptors given back", async () => {
  const { run, program } = server(0);
  program.ends(137);
  expect(await expectDescriptors.play(step, run)).toEqual({
    code: "exited-early",
    who: "server",
    facts: { status: 137 },
  });
});

it("is the lab's fault where they were not counted", async () => {
  const run = new FakeRun();
  run.program();
  await expect(expectDescriptors.play(step, run)).rejects.toThrow(LabFault);
});
