import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleTree } from "../../tests/support/sample-tree.ts";
import { chooseLauncher } from "./choose-launcher.ts";
import { launchers } from "./index.ts";
import type { Command, Launcher } from "./launcher.ts";
import { commandLine } from "./tools/command-line.ts";
import { type ResolvedTool, resolveTools } from "./tools/toolchain.ts";

const c = (text: string) =>
  `#include <stdio.h>\nint main(int n, char **v) { printf("${text} %s\\n", v[1]); return 0; }\n`;

/** Programs that print "ok" and their first argument. */
const programs: Record<string, Record<string, string>> = {
  python: {
    "server.py": "import sys\nfrom helper import word\nprint(word, sys.argv[1])\n",
    "helper.py": "word = 'ok'\n",
  },
  "python by #!": { server: "#!/usr/bin/env python3\nimport sys\nprint('ok', sys.argv[1])\n" },
  "JavaScript, CommonJS": {
    "server.js": "console.log(require('./w').w, process.argv[2]);\n",
    "w.js": "exports.w = 'ok';\n",
  },
  "JavaScript, ES module": { "server.js": "import { argv } from 'node:process';\nconsole.log('ok', argv[2]);\n" },
  TypeScript: {
    "server.ts": "import { w } from './w.ts';\nconsole.log(w, process.argv[2] as string);\n",
    "w.ts": "export const w: string = 'ok';\n",
  },
  "TypeScript, CommonJS": {
    "server.ts": "const w: string = 'ok';\nif (require.main === module) console.log(w, process.argv[2]);\n",
  },
  C: { "server.c": c("ok"), "client.c": c("no") },
  "C by Makefile": { "server.c": c("ok"), Makefile: "bin/srv: server.c\n\tmkdir -p bin && $(CC) $< -o $@\n" },
  "C++": { "server.cpp": '#include <iostream>\nint main(int, char **v) { std::cout << "ok " << v[1] << "\\n"; }\n' },
  Java: {
    "TCP Server.java":
      'public class Server { public static void main(String[] a) { System.out.println("ok " + a[0]); } }',
  },
  Go: {
    "server.go":
      'package main\n\nimport (\n\t"fmt"\n\t"net"\n\t"os"\n)\n\nfunc main() { _ = net.Listen; fmt.Println("ok", os.Args[1]) }\n',
  },
  Rust: { "server.rs": 'fn main() { println!("ok {}", std::env::args().nth(1).unwrap()); }\n' },
  "Rust by cargo": {
    "src/main.rs": 'fn main() { println!("ok {}", std::env::args().nth(1).unwrap()); }\n',
    "Cargo.toml": '[package]\nname = "echo"\nversion = "0.1.0"\nedition = "2021"\n',
  },
  shell: { "server.sh": 'echo ok "$1"\n' },
};

/** Programs whose syntax is broken, and what their compilers must say. */
const broken: [Record<string, string>, string][] = [
  [{ "server.py": "import socket\nprint 'x'\n" }, 'File "server.py", line 2'],
  [{ "server.js": "import net from 'net';\nlet x = ;\n" }, "server.js:2:8"],
  [{ "server.ts": "let x: = 1;\n" }, "server.ts:1:7"],
  [{ "server.c": "int main(void) { return x; }\n" }, "server.c:1"],
  [{ "Server.java": "class Server { int x = ; }\n" }, "Server.java:1"],
  [{ "server.sh": "if true; then\n" }, "server.sh: line 2"],
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-launch-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the launchers", () => {
  it.for(Object.entries(programs))("build and run %s", { timeout: 120_000 }, async ([, files], { skip }) => {
    const { plan, tools } = await prepare(files);
    if (!tools) return skip("its tools are not installed");
    for (const command of plan.build) expect(await start(command, tools)).toMatchObject({ exitCode: 0 });
    const result = await start({ ...plan.run, argv: [...plan.run.argv, "5000"] }, tools);
    expect(result.all).toBe("ok 5000");
  });

  it.for(broken)("report what is wrong in %j", { timeout: 60_000 }, async ([files, message], { skip }) => {
    const { plan, tools } = await prepare(files);
    if (!tools) return skip("its tools are not installed");
    const results = [];
    for (const command of plan.build) results.push(await start(command, tools));
    expect(results.at(-1)?.exitCode).not.toBe(0);
    expect(results.at(-1)?.all).toContain(message);
  });
});

async function prepare(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "files", name)), { recursive: true });
    await writeFile(join(folder, "files", name), text);
  }
  await mkdir(join(folder, "build"));
  const tree = sampleTree(files);
  const launcher: Launcher = launchers[chooseLauncher(tree) ?? "executable"];
  const resolved = await resolveTools(launcher.tools);
  return { plan: launcher.plan(tree), tools: "tools" in resolved ? resolved.tools : null };
}

/** As the arena does: in a fresh copy of the hand-in, with nothing of this process's environment. */
async function start(command: Command, tools: Record<string, ResolvedTool>) {
  const line = commandLine(command, tools);
  const inPlace = (text: string) => text.replaceAll("{build}", join(folder, "build"));
  const copy = join(folder, "copy");
  await rm(copy, { recursive: true, force: true });
  await cp(join(folder, "files"), copy, { recursive: true });
  const [file = "", ...argv] = line.argv.map(inPlace);
  const env = Object.fromEntries(Object.entries(line.env).map(([name, value]) => [name, inPlace(value)]));
  return execa(file, argv, { cwd: copy, env: { HOME: folder, ...env }, extendEnv: false, reject: false, all: true });
}
