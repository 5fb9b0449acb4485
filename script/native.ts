/**
 * Compiles native/ for this machine's processor and, if a cross compiler is installed, for the other one, into
 * dist/native/<processor>. Nothing there needs a C library: the same files run on glibc and musl.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const sources = join(root, "native");

/** Names of cross compilers by Node's names of processors; for the machine's own processor `cc` is used. */
const crossCompilers: Readonly<Record<string, string>> = {
  x64: "x86_64-linux-gnu-gcc",
  arm64: "aarch64-linux-gnu-gcc",
};

const flags = [
  ...["-std=gnu11", "-Os", "-Wall", "-Wextra", "-Werror", "-nostdlib", "-ffreestanding"],
  ...["-fno-stack-protector", "-fno-asynchronous-unwind-tables", "-Wl,--build-id=none", "-s"],
];

interface Product {
  name: string;
  flags: readonly string[];
  files: readonly string[];
}

const products: readonly Product[] = [
  {
    name: "launch",
    flags: ["-static", "-fno-pie", "-no-pie"],
    files: [
      "launch.c",
      "report.c",
      "numbers.c",
      "children.c",
      "command-line.c",
      "other-tasks.c",
      "limits.c",
      "crowd.c",
      "rights.c",
      "own-folders.c",
      "first-process.c",
      "files-wall.c",
      "calls-wall.c",
      "suspended-calls.c",
      "shown-machine.c",
      "try-machine.c",
      "attributes-wall.c",
      "attributes.c",
      "run.c",
      "memory.c",
    ],
  },
  {
    name: "loopback.so",
    flags: ["-shared", "-fPIC", "-fvisibility=hidden", "-fno-builtin"],
    files: ["loopback.c", "loopback-record.c", "loopback-calls.c", "memory.c"],
  },
];

/** Compiles the products that are older than their sources; reports and skips what cannot be compiled. */
export function compileNative(): void {
  if (process.platform !== "linux") return;
  for (const [processor, cross] of Object.entries(crossCompilers)) {
    const stale = products.filter(({ name }) => isStale(productFile(processor, name)));
    if (stale.length === 0) continue;
    const compiler = processor === process.arch ? "cc" : cross;
    if (!isThere(compiler)) {
      if (processor === process.arch)
        console.error(`${compiler} is missing: wirecheck's own launcher was not compiled`);
      continue;
    }
    for (const product of stale) compile(compiler, processor, product);
  }
}

function productFile(processor: string, name: string): string {
  return join(root, "dist/native", processor, name);
}

function isStale(file: string): boolean {
  if (!existsSync(file)) return true;
  const { mtimeMs } = statSync(file);
  return readdirSync(sources).some((name) => statSync(join(sources, name)).mtimeMs > mtimeMs);
}

function isThere(compiler: string): boolean {
  return spawnSync(compiler, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Writes under another name and renames, because several builds may run at once. */
function compile(compiler: string, processor: string, product: Product): void {
  const file = productFile(processor, product.name);
  const partial = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  const args = [...flags, ...product.flags, "-o", partial, ...product.files];
  const { status, stderr } = spawnSync(compiler, args, { cwd: sources, encoding: "utf8" });
  if (status !== 0) throw new Error(`${compiler} could not compile native/${product.name}: ${stderr}`);
  renameSync(partial, file);
}
