import { expect, it } from "vitest";
import { asTyped } from "./as-typed.ts";
import { localeLanguage } from "./terminal.ts";

const flags = { lang: localeLanguage(process.env), seed: 7, tier: "best" } as const;

it("repeats how a hand-in was graded, and nothing that was not asked for", () => {
  expect(asTyped("hello", ".", { ...flags, watch: true })).toEqual({ lab: "hello", path: ".", how: [] });
  const asked = { ...flags, tier: "ports", watch: false, freshLaunches: true } as const;
  expect(asTyped("hello", ".", asked).how).toEqual(["--tier", "ports", "--no-watch", "--fresh-launches"]);
});
