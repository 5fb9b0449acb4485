import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { removeSmallTree, removeTree } from "./remove-tree.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "remove-tree-"));
});

it("removes a few files at once, and what is not there", () => {
  mkdirSync(join(folder, "a/b"), { recursive: true });
  writeFileSync(join(folder, "a/b/c"), "c");
  expect([removeSmallTree(folder), existsSync(folder)]).toEqual([true, false]);
  expect(removeSmallTree(folder)).toBe(true);
});

describe("removes what a program may leave:", () => {
  const made = {
    "folders deeper than a path may be long": () => {
      const home = process.cwd();
      process.chdir(folder);
      try {
        for (let depth = 0; depth < 3_000; depth += 1) {
          mkdirSync("a-folder-with-a-name");
          process.chdir("a-folder-with-a-name");
        }
      } finally {
        process.chdir(home);
      }
    },
    "more files than can be removed at once": () => {
      for (let file = 0; file < 3_000; file += 1) writeFileSync(join(folder, `${file}`), "");
    },
    "folders that nobody may enter": () => {
      mkdirSync(join(folder, "closed/within"), { recursive: true });
      chmodSync(join(folder, "closed/within"), 0);
      chmodSync(join(folder, "closed"), 0);
    },
  };

  it.each(Object.entries(made))("%s", async (_, make) => {
    make();
    const gone = removeSmallTree(folder) || (await removeTree(folder));
    expect([gone, existsSync(folder)]).toEqual([true, false]);
  });
});

it("gives up in time, and says so", async () => {
  for (let file = 0; file < 3_000; file += 1) writeFileSync(join(folder, `${file}`), "");
  expect(await removeTree(folder, 0)).toBe(false);
  expect(await removeTree(folder)).toBe(true);
});
