import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readOwnFile } from "./own-file.ts";
import { placeFiles } from "./placed-files.ts";

let folder: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "placed-"));
  home = join(folder, "home");
  mkdirSync(home);
  mkdirSync(join(folder, "outside"));
  writeFileSync(join(folder, "outside", "secret"), "secret");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("lays files and their folders in the place of what is there", () => {
  writeFileSync(join(home, "a"), "the hand-in's");
  placeFiles(home, { a: Buffer.from("1"), "b/c/d": Buffer.from("2") }, null);
  expect(readFileSync(join(home, "a"), "utf8")).toBe("1");
  expect(readOwnFile(home, "b/c/d")?.toString()).toBe("2");
});

it("follows no link, neither to write nor to read", () => {
  symlinkSync("../outside", join(home, "pages"));
  symlinkSync("../outside/secret", join(home, "secret"));
  expect(readOwnFile(home, "secret")).toBeNull();
  expect(readOwnFile(home, "pages/secret")).toBeNull();
  placeFiles(home, { "pages/secret": Buffer.from("ours"), secret: Buffer.from("ours") }, null);
  expect(readFileSync(join(folder, "outside", "secret"), "utf8")).toBe("secret");
  expect(readOwnFile(home, "pages/secret")?.toString()).toBe("ours");
});

it("reads nothing that is no file of the program's own", () => {
  linkSync(join(folder, "outside", "secret"), join(home, "hard"));
  expect(readOwnFile(home, "hard")).toBeNull();
  expect(readOwnFile(home, ".")).toBeNull();
  expect(readOwnFile(home, "nothing")).toBeNull();
});
