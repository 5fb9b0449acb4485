import { expect, test } from "vitest";
import { eventText } from "./events.ts";

test.each([
  ["accept listening 3", "blocked in accept() for another client"],
  ["recv bob 5", "blocked in recv() on bob's connection"],
  ["recv constructor 5", "blocked in recv() on constructor's connection"],
  ["toString", "blocked in toString()"],
  ["lock", "blocked on a lock or another thread"],
])("a program blocked in %s", (detail, words) => {
  expect(eventText({ atMs: 0, who: "server", kind: "blocked", detail }).en).toBe(words);
});
