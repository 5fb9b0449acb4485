import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectFile } from "./expect-file.ts";

function play(step: object, content?: string) {
  const run = new FakeRun();
  const program = run.program("client");
  if (content !== undefined) run.next.push(() => program.files.set("a.txt", Buffer.from(content)));
  return expectFile.play({ of: "client", path: "a.txt", ...step }, run);
}

it("takes the right bytes, whenever they come", async () => {
  expect(await play({ text: "Halo" }, "Halo")).toBeNull();
  expect(await play({ matches: "^Ha" }, "Halo")).toBeNull();
});

it("fails other bytes and a file that is not written", async () => {
  const other = await play({ text: "Halo" }, "Hallo");
  expect(other).toMatchObject({ code: "file-differs", facts: { path: "a.txt" }, difference: { offset: 3 }, gaveUp });
  const unlike = await play({ matches: "^x" }, "Halo");
  expect(unlike).toMatchObject({
    code: "file-differs",
    facts: { path: "a.txt", pattern: "^x" },
    actual: { length: 4 },
  });
  expect(await play({ text: "Halo" })).toEqual({ code: "no-file", who: "client", facts: { path: "a.txt" }, gaveUp });
});

it("fails a file where there should be none", async () => {
  expect(await play({ absent: true })).toBeNull();
  expect(await play({ absent: true }, "")).toMatchObject({ code: "file-left", facts: { path: "a.txt" } });
});
