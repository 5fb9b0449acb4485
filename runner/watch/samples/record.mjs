// Records samples/<program>.json: two looks at each program of samples/programs, taken by the watch itself.
// Usage: node runner/watch/samples/record.mjs (Linux, with python3, gcc, node, a JDK, go and rustc on PATH).
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { build } from "esbuild";

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "watch-samples-"));
const { takeProcesses } = await bundled("../take-look.ts");
const { processTree } = await bundled("../../linux/process-tree.ts");

const TO_SETTLE_MS = 1500;
const BETWEEN_LOOKS_MS = 30;

try {
  for (const file of readdirSync(join(here, "programs")).sort()) await record(file);
} finally {
  rmSync(folder, { recursive: true });
}

async function record(file) {
  const child = spawn(...command(file), { stdio: ["pipe", "pipe", "ignore"] });
  await new Promise((ready, failed) => {
    child.stdout.once("data", ready);
    child.once("exit", () => failed(new Error(`${file} ended`)));
  });
  await delay(TO_SETTLE_MS);
  const before = look(child.pid);
  await delay(BETWEEN_LOOKS_MS);
  const now = look(child.pid);
  for (const pid of processTree(child.pid)) process.kill(pid, "SIGKILL");
  writeFileSync(join(here, `${file}.json`), `${JSON.stringify({ before, now }, replacer)}\n`);
}

function look(pid) {
  const atMs = performance.now();
  return { atMs, processes: takeProcesses(processTree(pid)), sockets: [] };
}

function command(file) {
  const source = join(here, "programs", file);
  const binary = join(folder, basename(file).replace(".", "-"));
  switch (extname(file)) {
    case ".py":
      return [execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim(), [source]];
    case ".cjs":
      return [process.execPath, [source]];
    case ".c":
      execFileSync("gcc", ["-o", binary, source]);
      return [binary, []];
    case ".rs":
      execFileSync("rustc", ["-O", "-o", binary, source]);
      return [binary, []];
    case ".go":
      execFileSync("go", ["build", "-o", binary, source]);
      return [binary, []];
    case ".java":
      execFileSync("javac", ["-d", folder, source]);
      return ["java", ["-cp", folder, basename(file, ".java")]];
  }
  throw new Error(`no command for ${file}`);
}

function replacer(_key, value) {
  if (typeof value === "bigint") return `0x${value.toString(16)}`;
  return value instanceof Map ? [...value] : value;
}

async function bundled(path) {
  const outfile = join(folder, `${basename(path, ".ts")}.mjs`);
  await build({ entryPoints: [join(here, path)], outfile, bundle: true, platform: "node", format: "esm" });
  return import(outfile);
}
