import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { rereadProcFile } from "./reread-proc-file.ts";

it("shows how a file of /proc changes, and that its process has ended", async () => {
  const child = spawn("cat");
  const path = `/proc/${child.pid}/stat`;
  expect(rereadProcFile(path)).toMatch(/^\d+ \(/);
  child.kill("SIGSTOP");
  await expect.poll(() => rereadProcFile(path)).toMatch(/\) T /);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(rereadProcFile(path)).toBeNull();
});

it("reads any number of files with a limited number of descriptors", () => {
  const descriptors = () => readdirSync("/proc/self/fd").length;
  const before = descriptors();
  const folders = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const files = folders.flatMap((pid) => ["stat", "schedstat", "statm", "io"].map((name) => `/proc/${pid}/${name}`));
  for (let round = 0; round < 20; round += 1) {
    for (const path of files) rereadProcFile(path);
    expect(descriptors() - before).toBeLessThanOrEqual(32);
  }
  expect(rereadProcFile("/proc/self/stat")).toContain(`${process.pid} (`);
});
