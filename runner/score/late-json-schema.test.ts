import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { lateJsonSchema } from "./late-json-schema.ts";

const published = z.fromJSONSchema(lateJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);

it("takes the policy of the first five minutes", async () => {
  const [, policy = ""] = (await readFile("README.md", "utf8")).match(/```yaml\n(# late\.yaml\n[^`]*)```/) ?? [];
  expect(parse(policy)).toHaveProperty("deadline");
  expect(published.safeParse(parse(policy)).error).toBeUndefined();
});

it.each([
  ["a misspelt key", "dedline: 2025-11-21 23:59"],
  ["a penalty without a unit", "penalty: { percent: 10 }"],
  ["both kinds of penalty", "penalty: { percent: 10, points: 5, per: day }"],
  ["a time that is none", "extensions: { '0511': 5 }"],
  ["more than everything", "pass-mark: 120"],
  ["roundings to nothing", "rounding: { to: 0 }"],
])("refuses %s as one types", (_, policy) => {
  expect(published.safeParse(parse(policy)).success).toBe(false);
});
