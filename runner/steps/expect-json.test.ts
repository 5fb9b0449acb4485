import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectJson } from "./expect-json.ts";

function play(has: unknown, said: string) {
  const run = new FakeRun();
  const { line } = run.stream();
  if (said) line.sends(`${said}\n`);
  return expectJson.play({ at: "alice", has }, run);
}

it("takes JSON that has what is wanted, whatever else it has", async () => {
  expect(await play({ user: { name: "budi" } }, '{"user":{"name":"budi","age":20},"x":1}')).toBeNull();
  expect(await play([1, 2], "[1,2]")).toBeNull();
});

it.each([
  ["a value", { user: { name: "budi" } }, '{"user":{"name":"cici"}}', "user.name", '"budi"'],
  ["a key that is missing", { a: 1 }, "{}", "a", "1"],
  ["an object that is none", { a: { b: 1 } }, '{"a":3}', "a", '{"b":1}'],
  ["the whole", [1, 2], "[1,2,3]", "", "[1,2]"],
])("names where %s differs", async (_, has, said, path, wanted) => {
  expect(await play(has, said)).toMatchObject({ code: "json-differs", facts: { path, wanted, transport: "line" } });
});

it("fails what is not JSON, and silence", async () => {
  expect(await play({}, "{a: 1}")).toMatchObject({ code: "not-json", actual: { length: 7 } });
  expect(await play({}, "")).toMatchObject({ code: "no-reply", gaveUp });
});

it("looks into the entries of lists, and counts them", async () => {
  expect(
    await play({ files: [{ name: "a" }, { name: "b" }] }, '{"files":[{"name":"a","size":1},{"name":"b"}]}'),
  ).toBeNull();
  const other = await play({ files: [{ name: "a" }] }, '{"files":[{"name":"c"}]}');
  expect(other).toMatchObject({ facts: { path: "files[0].name" } });
});

it("reads it from a frame", async () => {
  const run = new FakeRun();
  const { line } = run.stream();
  line.sends(Buffer.concat([Buffer.from([0, 7]), Buffer.from('{"a":1}{"b"')]));
  const step = { at: "alice", length: "u16", has: { a: 2 } };
  expect(await expectJson.play(step, run)).toMatchObject({ code: "json-differs", facts: { transport: "frame" } });
  expect(run.peers.get("alice")).toMatchObject({ inbox: { length: 4 } });
});
