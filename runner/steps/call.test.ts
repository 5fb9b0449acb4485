import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { call } from "./call.ts";
import { LabFault } from "./support/names.ts";

let folder: string;
let count = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-call-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Calls the function that such a lab has as its only step. */
async function play(step: string, run = new FakeRun(), at = "tests.0.steps.0") {
  const module = join(folder, `lab-${count++}.mjs`);
  await writeFile(module, `export default { tests: [{ steps: [${step}] }] };\n`);
  return call.play({ module, at, name: "check" }, run);
}

it("gives the function what it needs, and passes when it returns", async () => {
  const run = new FakeRun();
  const { line } = run.stream();
  line.sends("Halo");
  const step = `async ({ steps, receive, values }) => {
    await steps({ connect: "bob" });
    values.set("said", String(await receive("alice")));
  }`;
  expect(await play(step, run)).toBeNull();
  expect(run.played).toEqual([[{ connect: "bob" }]]);
  expect(run.values.get("said")).toBe("Halo");
});

it("fails with what the function says, and when nothing comes that it waits for", async () => {
  const says = { en: "Too short", id: "Too short" };
  expect(await play('({ fail }) => fail("Too short")')).toEqual({ code: "not-as-asked", says });
  const run = new FakeRun();
  run.stream();
  expect(await play('({ receive }) => receive("alice")', run)).toMatchObject({ code: "no-reply", who: "alice" });
});

it("throws what is wrong with the function itself", async () => {
  await expect(play("() => { throw new TypeError('oops'); }")).rejects.toThrow("oops");
  await expect(play("3", new FakeRun(), "tests.0.steps.1")).rejects.toThrow(LabFault);
});
