import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fillCache } from "./tool-cache.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "wirecheck-cache-"));
  vi.stubEnv("XDG_CACHE_HOME", home);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const compiler = { path: "/bin/sh", version: null };
const cache = (script: string) => ({ variable: "CACHE", argv: ["-c", script], env: { OTHER: "{build}/other" } });

describe("fillCache", () => {
  it("fills a folder that everybody may read, once", async () => {
    const filling = cache('echo "$OTHER" >> "$CACHE/runs"');
    const folder = await fillCache(filling, compiler);
    expect(await fillCache(filling, compiler)).toBe(folder);
    expect((await readFile(join(folder ?? "", "runs"), "utf8")).trim().split("\n")).toEqual([
      expect.stringMatching(/\/other$/),
    ]);
    expect((await stat(folder ?? "")).mode & 0o777).toBe(0o755);
  });

  it("does without where it fails, and leaves nothing behind", async () => {
    expect(await fillCache(cache("exit 1"), compiler)).toBeNull();
    expect(await readdir(join(home, "wirecheck"))).toEqual([]);
  });
});
