import { expect, it } from "vitest";
import { landlockVersion } from "./launcher.ts";
import { portsTier } from "./ports-tier.ts";

it.skipIf(landlockVersion() < 1)("says that files are shared where all hand-ins may write to /tmp", () => {
  expect(portsTier("/tmp/wirecheck-1", null).isolation.files).toBe(true);
  expect(portsTier("/var/tmp/wirecheck-1", null).isolation.files).toBe(false);
});
