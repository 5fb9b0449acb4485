import { expect, it } from "vitest";
import { splitMessage } from "../../../tests/support/sample-results.ts";
import { introduction } from "./introduction.ts";

function failedWith(...events: [who: string, kind: "connect" | "listen" | "started" | "sent"][]) {
  return splitMessage({ message: "A sentence.", transcript: events.map(([who, kind], atMs) => ({ atMs, who, kind })) });
}

it("introduces every peer of the failed tests, not only the one that the failure names", () => {
  const tests = [failedWith(["server", "started"], ["alice", "connect"], ["bob", "connect"], ["bob", "sent"])];
  expect(introduction(tests, ["server"])?.en).toMatch(/^alice and bob are played by the grader/);
});

it("introduces no program under a name of its own, and nobody of a crowd", () => {
  const tests = [failedWith(["second", "started"], ["client-7", "connect"])];
  expect(introduction(tests, ["server"])).toBeNull();
});

it("introduces nobody of tests that passed", () => {
  const passed = { ...failedWith(["alice", "connect"]), status: "passed" as const };
  expect(introduction([passed], ["server"])).toBeNull();
});
