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
