import { expect, it } from "vitest";
import { tiers } from "../../tests/support/test-arena.ts";
import { factCodes, probeTier } from "./probe.ts";

it("answers each question once, and agrees with what can be done here", async () => {
  const probe = await probeTier();
  expect(probe.facts.map(({ code }) => code).sort()).toEqual([...factCodes].sort());
  expect(probe.tier === "full").toBe(probe.why === undefined);
  if (tiers.includes("full") && probe.facts.every(({ code, holds }) => code !== "bubblewrap" || holds)) {
    expect(probe.tier).toBe("full");
  }
});
