import { expect, it } from "vitest";
import { LabFault } from "../steps/support/names.ts";
import { withValues } from "./with-values.ts";

const run = {
  values: new Map([
    ["seq", "x1"],
    ["host", "www"],
    ["two", "2"],
  ]),
  drawn: new Set(["host"]),
};

it("fills values in, and the time", () => {
  const { step } = withValues({ "expect-value": { value: "{two + 1}", most: "{now}" } }, run) as { step: object };
  expect(step).toMatchObject({ "expect-value": { value: "3", most: expect.stringMatching(/^\d{10}$/) } });
});

it("tells what a program gave from what the lab makes up, where no number can be read in it", () => {
  expect(withValues({ send: { from: "alice", text: "{seq + 1}" } }, run)).toEqual({ unreadable: "x1" });
  expect(() => withValues({ send: { from: "alice", text: "{host + 1}" } }, run)).toThrow(LabFault);
  expect(() => withValues({ send: { from: "alice", text: "{two / 0}" } }, run)).toThrow("divides by 0");
});
