import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { findOnPath } from "../tools/search-path.ts";
import { debuggerStack } from "./debugger.ts";

const run = promisify(execFile);
let waiting: { folder: string; child: ChildProcess } | undefined;
afterEach(async () => {
  waiting?.child.kill("SIGKILL");
  if (waiting) await rm(waiting.folder, { recursive: true });
  waiting = undefined;
});

const said = `[Thread debugging using libthread_db enabled]
0x00007f64 in __libc_recv (fd=4, buf=...) at ../sysdeps/unix/sysv/linux/recv.c:28
28      ../sysdeps/unix/sysv/linux/recv.c: No such file or directory.

Thread 2 (Thread 0x7f64a (LWP 12) "program"):
#0  __libc_accept (fd=3, addr=..., len=...) at ../sysdeps/unix/sysv/linux/accept.c:26
#1  0x000055d1 in main (argc=..., argv=...) at server.c:30

Thread 1 (Thread 0x7f64b (LWP 11) "program"):
#0  0x00007f64 in recv () from /lib/x86_64-linux-gnu/libc.so.6
#1  0x000055d1 in serve(int) (c=4) at /home/student/lib/serve.cpp:14
#2  0x000055d1 in server::main::{closure#0} () at server.rs:9
#3  0x00007f64 in start_thread (arg=<optimized out>) at ./nptl/pthread_create.c:442
[Inferior 1 (process 11) detached]
`;

it("reads the calls of each thread with their lines, innermost first", () => {
  const calls = debuggerStack.threads(said).map((frames) => frames.map(({ name, path, line }) => [name, path, line]));
  expect(calls).toEqual([
    [
      ["__libc_accept", "../sysdeps/unix/sysv/linux/accept.c", 26],
      ["main", "server.c", 30],
    ],
    [
      ["recv", "", Number.NaN],
      ["serve(int)", "/home/student/lib/serve.cpp", 14],
      ["server::main::{closure#0}", "server.rs", 9],
      ["start_thread", "./nptl/pthread_create.c", 442],
    ],
  ]);
});

/** A program in C with commands for a debugger: beside it, named after it, and in its own sections. Each makes a file. */
async function startTrapped(): Promise<{ folder: string; pid: number }> {
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-debugger-"));
  const within = `.byte 4\\n.ascii \\"trap\\\\nopen('${folder}/ran-section', 'w')\\\\n\\"\\n.byte 0`;
  const section = `__asm__(".pushsection .debug_gdb_scripts,\\"MS\\",@progbits,1\\n${within}\\n.popsection");`;
  const source = `#include <unistd.h>\n${section}\nint main(void) { write(1, "up", 2); pause(); }\n`;
  await writeFile(join(folder, "trap.c"), source);
  await writeFile(join(folder, ".gdbinit"), `shell touch ${folder}/ran-init\n`);
  await writeFile(join(folder, "trap-gdb.gdb"), `shell touch ${folder}/ran-beside\n`);
  await run("gcc", ["-g", "-o", "trap", "trap.c"], { cwd: folder });
  const child = spawn(join(folder, "trap"), { stdio: ["ignore", "pipe", "ignore"] });
  waiting = { folder, child };
  await once(child.stdout, "data");
  return { folder, pid: child.pid ?? 0 };
}

async function debug(folder: string, pid: number, argv: readonly string[]): Promise<string> {
  const words = argv.map((word) => word.replaceAll("{pid}", `${pid}`));
  return (await run("gdb", words, { cwd: folder, env: { PATH: "/usr/bin:/bin", HOME: folder } })).stdout;
}

const hasTools = (await Promise.all(["gdb", "gcc"].map((tool) => findOnPath([tool])))).every(
  ({ length }) => length > 0,
);

it.runIf(hasTools)("runs nothing that a hand-in brings along for a debugger", { timeout: 60_000 }, async () => {
  const { folder, pid } = await startTrapped();
  const ran = async () => (await readdir(folder)).filter((name) => name.startsWith("ran-")).sort();
  const said = await debug(folder, pid, debuggerStack.argv);
  expect(debuggerStack.threads(said).flat()).toContainEqual(expect.objectContaining({ name: "main" }));
  expect(await ran()).toEqual([]);
  // The traps are real: a debugger that takes what it finds falls into them.
  await debug(folder, pid, ["-batch", "-iex", "set auto-load safe-path /", "-p", "{pid}"]);
  expect(await ran()).toEqual(expect.arrayContaining(["ran-beside", "ran-init"]));
});
