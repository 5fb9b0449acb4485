import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { examples } from "./support/examples.ts";
import { SmallClass } from "./support/small-class.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "package-"));
const installed = join(folder, "node_modules/wirecheck");
const command = join(installed, manifest.bin.wirecheck);
let files: string[] = [];

/** Puts the packed package next to its dependencies, and nothing else, as an installation does. */
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
  // In a checkout dist/bin has leftovers of earlier builds; a release starts with an empty folder.
  const shipped = files.filter((file) => !file.startsWith("dist/bin/"));
  expect(shipped.length).toBeLessThan(95);
  expect(bundledFiles().length).toBeLessThan(75);
  expect(
    shipped.filter((file) => /(?<!\.d)\.tsx?$|^(tests|bench|fixtures|script|runner|reports|native)\//.test(file)),
  ).toEqual([]);
});

/** The files of this build: those that are named by one another, from the three that are started. */
function bundledFiles(): string[] {
  const bundle = "dist/bin";
  const browser = readdirSync(join(bundle, "browser")).map((name) => `browser/${name}`);
  const found = ["wirecheck.js", "worker.js", "api.js", "labs.json", ...browser];
  for (const file of found) {
    const named = readFileSync(join(bundle, file), "utf8").matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g);
    for (const [, name = ""] of named) if (!found.includes(name) && existsSync(join(bundle, name))) found.push(name);
  }
  return found;
}

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
  expect(stdout).toMatch(/ (\d+)\/\1 \(2 passed/);
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

const adding = (read: string) => `import socket, sys
listener = socket.create_server(("", int(sys.argv[1])))
while True:
    client, _ = listener.accept()
    with client:
        total = 0
        ${read} data := client.recv(100): total += sum(data)
        client.sendall(total.to_bytes(4, "big"))
`;

it("gives types and a lab in TypeScript to a suite of an instructor's own, as the document prints it", async () => {
  // The suite finds the package next to it, as after npm install.
  const suite = join(folder, "sums");
  for (const { file = "", text } of examples("docs/writing-a-lab.md")) if (file.startsWith("sums/")) write(file, text);
  write("sums/right/server.py", adding("while"));
  write("sums/one-read/server.py", adding("if"));
  write("package.json", '{ "type": "module" }');
  for (const name of ["vitest", "vite", "typescript", "@types"])
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  const strict = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node"];
  const tsc = resolve("node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, ...strict, "lab.ts", "grading.test.ts", "pieces.test.ts"], { cwd: suite }).catch(
    (wrong) => expect(wrong.stdout).toBe(""),
  );
  const vitest = [resolve("node_modules/vitest/vitest.mjs"), "run", "--root", suite];
  // The same test with the program that reads once: it must fail.
  const own = readFileSync(join(suite, "pieces.test.ts"), "utf8");
  write("sums/wrong.test.ts", own.replace('"right"', '"one-read"'));
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  const env = { ...process.env, NO_COLOR: "1", TMPDIR: temporary };
  const suites = await run(process.execPath, vitest, { cwd: suite, env }).catch((failed) => failed);
  const said = suites.stdout + suites.stderr;
  expect(said).toMatch(/1 failed \| 3 passed/);
  expect(said).toContain("ExpectationFailed: alice got 4 bytes, as many as expected, but not the right ones.");
  const line = own.split("\n").findIndex((each) => each.includes("alice.expect(")) + 1;
  expect(said).toContain(`wrong.test.ts:${line}:`);
  expect(readdirSync(temporary).filter((name) => name.startsWith("wirecheck-"))).toEqual([]);

  const told = await run(process.execPath, [command, "check", "lab.ts", "one-read", "--lang", "id"], {
    cwd: suite,
  }).catch((failed) => failed);
  expect(told.stdout.replaceAll(/\s+/g, " ")).toMatch(
    /The bytes add up to \d+, not to \d+\. Ini bukan yang diminta lab\./,
  );

  write("sums/lab.ts", "export default { id: 'sums', title: 'x', tests: [{ id: 'a' }] };");
  const faulty = await run(process.execPath, [command, "check", "lab.ts", "right"], { cwd: suite }).catch(
    (wrong) => wrong,
  );
  expect(faulty.code).toBe(2);
  expect(faulty.stderr).toContain("lab.ts:1:1: tests.0");
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
