import { expect, it } from "vitest";
import { sampleResult, sampleTest } from "../../tests/support/sample-results.ts";
import type { Lab } from "../spec/lab.ts";
import { failedFirst, failedIn } from "./failed-first.ts";

const lab = { tests: ["starts", "echo", "reset"].map((id) => ({ id })) } as unknown as Lab;
const order = (earlier: Parameters<typeof failedIn>[0]) =>
  failedFirst(lab, failedIn(earlier)).tests.map(({ id }) => id);

it("plays what failed in the earlier run before the rest, both in the lab's order", () => {
  const earlier = sampleResult([
    sampleTest({ id: "starts" }),
    sampleTest({ id: "echo", status: "skipped" }),
    sampleTest({ id: "reset", status: "failed" }),
  ]);
  expect(order(earlier)).toEqual(["reset", "starts", "echo"]);
});

it("keeps the lab's order in the first run", () => {
  expect(order(null)).toEqual(["starts", "echo", "reset"]);
});
