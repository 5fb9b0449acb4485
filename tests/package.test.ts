import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { SmallClass } from "./support/small-class.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "package-"));
const installed = join(folder, "node_modules/wirecheck");
const command = join(installed, manifest.bin.wirecheck);
let files: string[] = [];

/** Lays the package as it is packed beside its dependencies, and nothing else, as an installation does. */
beforeAll(async () => {
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  files = packed.files.map(({ path }) => path);
  mkdirSync(installed, { recursive: true });
  await run("tar", ["-xzf", join(folder, packed.filename), "-C", installed, "--strip-components=1"]);
  for (const name of [...Object.keys(manifest.dependencies), "@esbuild", "@koromix"])
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  await run("chmod", ["-R", "a-w", installed]);
});

afterAll(async () => {
  await run("chmod", ["-R", "u+w", installed]);
  rmSync(folder, { recursive: true });
});

it("holds what runs and nothing else", () => {
  // In a checkout dist/bin keeps what earlier builds left; a release begins with an empty one.
  const shipped = files.filter((file) => !file.startsWith("dist/bin/"));
  expect(shipped.length).toBeLessThan(80);
  expect(shipped.filter((file) => /\.tsx?$|^(tests|bench|fixtures|script|runner|reports|native)\//.test(file))).toEqual(
    [],
  );
});

it("grades from a folder that nothing can be written to, and makes pages of it", async () => {
  const page = join(folder, "page.html");
  const options = ["--program", "server", "--only", "echo-text", "--tier", "local", "--html", page, "-q"];
  const { stdout } = await run(process.execPath, [
    command,
    "check",
    "tcp-echo-once",
    "reference/tcp-echo-once/typescript",
    ...options,
  ]);
  expect(stdout).toMatch(/20\/20/);
  expect(readdirSync(folder)).toContain("page.html");
});

it("grades a class, and makes its page, gradebook and JUnit report", async () => {
  const students = await SmallClass.of({ asa: "correct-plain", budi: "closes-early" });
  const out = students.path("grades");
  const options = ["--out", out, "--report", "html,gradebook,junit", "--jobs", "1"];
  await run(process.execPath, [command, "grade", students.lab, students.handIns, ...options]);
  expect(readdirSync(join(out, "reports/instructor")).sort()).toEqual(["gradebook.csv", "html", "junit"]);
  await students.remove();
});
