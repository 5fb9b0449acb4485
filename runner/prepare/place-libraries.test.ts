import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { handInAt } from "../handin/hand-in.ts";
import type { LibrarySetup } from "../launchers/launcher.ts";
import { placeLibraries } from "./place-libraries.ts";

let folder: string;
let installed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-libraries-"));
  installed = join(folder, "installed");
  await mkdir(join(installed, "node_modules"), { recursive: true });
  await writeFile(join(installed, "node_modules/tiny.js"), "the course's");
  await mkdir(join(folder, "hand-in"));
  await writeFile(join(folder, "hand-in/server.js"), "");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const setup = { link: "node_modules", replaces: ["package-lock.json"] } as unknown as LibrarySetup;
const place = async () => placeLibraries(setup, installed, await handInAt(join(folder, "hand-in"), "budi"));
const library = () => readFile(join(folder, "hand-in/node_modules/tiny.js"), "utf8");

it("lays the course's libraries where programs look for them, once for all programs of a hand-in", async () => {
  await Promise.all([place(), place()]);
  expect(await library()).toBe("the course's");
});

it("leaves libraries that were handed in, and takes away lists of versions", async () => {
  await mkdir(join(folder, "hand-in/node_modules"));
  await writeFile(join(folder, "hand-in/node_modules/tiny.js"), "the student's");
  await writeFile(join(folder, "hand-in/package-lock.json"), "{}");
  await place();
  expect(await library()).toBe("the student's");
  await expect(readFile(join(folder, "hand-in/package-lock.json"))).rejects.toThrow("ENOENT");
});
