import { describe, expect, it } from "vitest";
import { esbuild } from "../node/esbuild.ts";
import { pythonTool } from "../python/python-tool.ts";
import { commandLine } from "./command-line.ts";
import { resolveTool, resolveTools } from "./toolchain.ts";

describe("resolveTool", () => {
  it("finds no shim but the interpreter itself", async () => {
    const found = await resolveTool(pythonTool);
    expect(found?.path).toMatch(/^\/.*\/bin\/python3?$/);
    expect(found?.path).not.toContain("/shims/");
    expect(found?.version).toMatch(/^Python 3\./);
  });

  it("finds what wirecheck brings along", async () => {
    expect(await resolveTool(esbuild)).toMatchObject({ path: expect.stringMatching(/bin\/esbuild$/) });
  });

  it("says what is missing", async () => {
    const tool = { names: ["no-such-compiler"], package: "no-such-package" };
    expect(await resolveTool(tool)).toBeNull();
    expect(await resolveTools({ tool })).toEqual({ missing: [tool] });
  });
});

describe("commandLine", () => {
  const tool = { path: "/opt/go/bin/go", folders: ["/opt/go"], version: null, cache: "/var/cache/go" };

  it("puts the tools on PATH and fills in the cache", () => {
    const line = commandLine({ tool: "go", argv: ["build"], env: { GOCACHE: "{cache}" } }, { go: tool });
    expect(line).toEqual({
      argv: ["/opt/go/bin/go", "build"],
      env: { PATH: "/opt/go/bin:/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8", GOCACHE: "/var/cache/go" },
      toolFolders: ["/opt/go"],
    });
  });

  it("falls back to a cache among the build products", () => {
    const line = commandLine({ tool: "go", argv: [], env: { GOCACHE: "{cache}" } }, { go: { ...tool, cache: null } });
    expect(line.env.GOCACHE).toBe("{build}/cache");
  });
});
