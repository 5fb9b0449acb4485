import { expect, it } from "vitest";
import type { Lab } from "../spec/lab.ts";
import { costOf } from "./costs.ts";

const lab = {
  programs: { server: {}, client: {} },
  tests: [
    { id: "starts", points: 10 },
    { id: "echo", points: 30 },
    { id: "ipv6", points: 5, optional: true },
    { id: "sends", points: 60, program: "client" },
  ],
} as unknown as Lab;

it("counts what fails and what is skipped, of what the flawed program's tests are worth", () => {
  const expected = { program: "server", fails: { starts: null, ipv6: null }, skips: ["echo"] };
  expect(costOf(lab, expected)).toEqual({ lost: 40, of: 40 });
  expect(costOf(lab, { fails: { starts: null }, skips: [] })).toEqual({ lost: 10, of: 100 });
});
