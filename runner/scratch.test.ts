import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeScratch } from "./scratch.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scratch-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("makes a folder among the temporary files", async () => {
  const scratch = await makeScratch();
  expect(dirname(scratch)).toBe(folder);
  expect(existsSync(scratch)).toBe(true);
});

it("removes what a killed run left, and nothing of a run that lives", async () => {
  const ofThisRun = await makeScratch();
  const { pid: dead } = spawnSync("true");
  const leftBehind = ofThisRun.replace(`-${process.pid}-`, `-${dead}-`);
  mkdirSync(join(leftBehind, "hand-in"), { recursive: true });
  await makeScratch();
  expect([ofThisRun, leftBehind].map((path) => existsSync(path))).toEqual([true, false]);
});

it("leaves alone what only looks like one of its folders", async () => {
  const others = ["wirecheck-notes", "wirecheck-1-1-abc"].map((name) => join(folder, name));
  for (const path of others) mkdirSync(path);
  await makeScratch();
  expect(others.every((path) => existsSync(path))).toBe(true);
});
