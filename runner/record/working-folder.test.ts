import { resolve } from "node:path";
import { expect, it } from "vitest";
import { withFullPaths } from "./working-folder.ts";

it("names files of the folder where one stands in full, but not those that the lab lays", () => {
  const words = ["node", "package.json", "api", "{port}", "docs/x.html", ""];
  expect(withFullPaths(words, ["api/a.txt", "docs/x.html"])).toEqual([
    "node",
    resolve("package.json"),
    "api",
    "{port}",
    "docs/x.html",
    "",
  ]);
});
