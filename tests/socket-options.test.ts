import { describe, expect, it } from "vitest";
import { check } from "./support/check.ts";
import { labPoints } from "./support/lab-points.ts";

describe.concurrent("what a language cannot set does not count", () => {
  it("for a client in TypeScript", async () => {
    const folder = "reference/socket-options/typescript";
    const { tests, score, maxScore } = await check("socket-options", folder, "--program", "client", "--lang", "id");
    expect(tests.find(({ id }) => id === "linger")).toMatchObject({ status: "skipped", points: 0 });
    expect(score).toBe(maxScore);
    // The test of both programs is not one of the client's alone.
    const others = new Set(["linger", "pair"]);
    const counts = await labPoints("socket-options", (test) => test.program === "client" && !others.has(test.id));
    expect(maxScore).toBe(counts);
  });
});
