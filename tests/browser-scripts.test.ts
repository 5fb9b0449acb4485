import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "../dist/bin/browser");

it("has nothing in the scripts of pages that only Node.js knows", async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  expect(files.length).toBeGreaterThan(3);
  for (const name of files) expect(await readFile(join(folder, name), "utf8"), name).not.toMatch(/\bBuffer\.[a-z]+\(/);
});
