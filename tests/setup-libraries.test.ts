import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, SmallClass } from "./support/small-class.ts";

/** Echo servers that read their port with `tiny`, a library of the course. */
const handIns: Record<string, Record<string, string>> = {
  python: {
    "requirements.txt": "tiny",
    "server.py": `import socket, tiny
server = socket.create_server(("", tiny.port()))
while True:
    client, _ = server.accept()
    while data := client.recv(1000):
        client.sendall(data)
    client.close()
`,
  },
  commonjs: {
    "package.json": '{ "dependencies": { "tiny": "*" } }',
    "server.js": 'require("net").createServer((s) => s.pipe(s)).listen(require("tiny").port());',
  },
  module: {
    "package.json": '{ "dependencies": { "tiny": "*" } }',
    "server.mjs":
      'import net from "net";\nimport { port } from "tiny";\nnet.createServer((s) => s.pipe(s)).listen(port());',
  },
  typescript: {
    "package.json": '{ "dependencies": { "tiny": "*" } }',
    "server.ts":
      'import net from "net";\nimport { port } from "tiny";\nconst at: number = port();\nnet.createServer((s) => s.pipe(s)).listen(at);',
  },
  rust: {
    "Cargo.toml": '[package]\nname = "server"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\ntiny = "1"\n',
    // Versions on the student's own machine.
    "Cargo.lock": 'version = 3\n\n[[package]]\nname = "tiny"\nversion = "1.0.7"\n',
    "src/main.rs": rustServer(),
  },
  "other-version": {
    "Cargo.toml": '[package]\nname = "server"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\ntiny = "2"\n',
    "src/main.rs": rustServer(),
  },
  go: {
    "go.mod": "module lab\n\ngo 1.21\n\nrequire example.org/tiny v1.0.0\n",
    "server.go": `package main

import (
	"fmt"
	"io"
	"net"

	"example.org/tiny"
)

func main() {
	server, err := net.Listen("tcp", fmt.Sprintf(":%d", tiny.Port()))
	if err != nil {
		panic(err)
	}
	for {
		client, err := server.Accept()
		if err != nil {
			continue
		}
		go func() { defer client.Close(); io.Copy(client, client) }()
	}
}
`,
  },
  undeclared: { "requirements.txt": "huge", "server.py": "import huge" },
};

function rustServer(): string {
  return `use std::io::{Read, Write};
fn main() {
    for client in std::net::TcpListener::bind(("0.0.0.0", tiny::port())).unwrap().incoming() {
        let mut client = client.unwrap();
        std::thread::spawn(move || {
            let mut buffer = [0u8; 1000];
            while let Ok(count @ 1..) = client.read(&mut buffer) {
                if client.write_all(&buffer[..count]).is_err() { break; }
            }
        });
    }
}
`;
}

/** The course's folders; installing them needs no network. */
const course: Record<string, string> = {
  "libraries/python/requirements.txt": "--no-index\n--find-links .\ntiny==1.0\n",
  "libraries/node/package.json":
    '{ "name": "course", "version": "1.0.0", "dependencies": { "tiny": "file:tiny-1.0.0.tgz" } }',
  "libraries/tiny/package.json": '{ "name": "tiny", "version": "1.0.0", "main": "index.js" }',
  "libraries/tiny/index.js": 'exports.port = () => Number(process.argv[process.argv.indexOf("--port") + 1]);\n',
  "libraries/rust/Cargo.toml": '[package]\nname = "course"\nversion = "1.0.0"\n[dependencies]\ntiny = "1"\n',
  "libraries/rust/Cargo.lock": "version = 3\n",
  "libraries/rust/vendor/tiny/Cargo.toml": '[package]\nname = "tiny"\nversion = "1.0.3"\nedition = "2021"\n',
  "libraries/rust/vendor/tiny/src/lib.rs":
    "pub fn port() -> u16 { std::env::args().nth(2).unwrap().parse().unwrap() }\n",
  "libraries/rust/vendor/tiny/.cargo-checksum.json": '{ "files": {} }',
  "libraries/go/go.mod": "module course\n\ngo 1.21\n\nrequire example.org/tiny v1.0.0\n",
  "libraries/go/go.sum": "",
  "libraries/go/modules/cache/download/example.org/tiny/@v/v1.0.0.info": '{ "Version": "v1.0.0" }',
  "libraries/go/modules/cache/download/example.org/tiny/@v/v1.0.0.mod": "module example.org/tiny\n",
};

const archives = `
import pathlib, zipfile
def make(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items(): archive.writestr(name, text)
info = "tiny-1.0.dist-info"
make("python/tiny-1.0-py3-none-any.whl", {
    "tiny.py": "import sys\\ndef port(): return int(sys.argv[sys.argv.index('--port') + 1])\\n",
    info + "/METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1.0\\n",
    info + "/WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    info + "/RECORD": "tiny.py,,\\n",
})
make("go/modules/cache/download/example.org/tiny/@v/v1.0.0.zip", {
    "example.org/tiny@v1.0.0/go.mod": "module example.org/tiny\\n",
    "example.org/tiny@v1.0.0/tiny.go": 'package tiny\\nimport ("os"; "strconv")\\nfunc Port() int { n, _ := strconv.Atoi(os.Args[2]); return n }\\n',
})
`;

let small: SmallClass;
let ended: Ended;
beforeAll(async () => {
  small = await SmallClass.of({ plain: "correct-plain" });
  // Makes the folders unique; otherwise what an earlier run of these tests installed would be reused.
  for (const language of ["python", "node", "rust", "go"]) course[`libraries/${language}/run.txt`] = run;
  for (const [name, files] of Object.entries(handIns)) await writeAll(join(small.handIns, name), files);
  await writeAll(small.folder, course);
  const libraries = small.path("libraries");
  await execa("python3", ["-c", archives], { cwd: libraries });
  await execa("npm", ["pack", "--silent", "--pack-destination", "../node"], { cwd: join(libraries, "tiny") });
  await execa("npm", ["install", "--package-lock-only", "--offline", "--silent"], { cwd: join(libraries, "node") });
  await small.write(
    "wirecheck.course.yaml",
    "setup: { python: libraries/python, node: libraries/node, rust: libraries/rust, go: libraries/go }\n",
  );
  ended = await small.runInside("grade", small.lab, "hand-ins", "--out", "grades", "--seed", "7");
}, 240_000);
afterAll(async () => {
  const caches = join(
    process.env.XDG_CACHE_HOME ?? (process.getuid?.() === 0 ? "/var/cache" : join(homedir(), ".cache")),
    "wirecheck",
  );
  for (const name of await readdir(caches))
    if ((await readFile(join(caches, name, "run.txt"), "utf8").catch(() => null)) === run)
      await rm(join(caches, name), { recursive: true });
  await small.remove();
});

const run = randomUUID();

describe("libraries of a course", () => {
  it("are installed once, and hand-ins in every language find them", async () => {
    expect(await small.marks("grades")).toEqual({
      ...{ plain: 10, python: 10, commonjs: 10, module: 10, typescript: 10, rust: 10, go: 10 },
      ...{ "other-version": null, undeclared: null },
    });
    expect(ended.lines.filter((line) => line.startsWith("Installing"))).toEqual([
      "Installing the libraries for python (libraries/python), once",
      "Installing the libraries for node (libraries/node), once",
    ]);
  });

  it("are not those that everybody asks for: the sentence says so", () => {
    const words = ended.stdout.replace(/\n +/g, " ");
    expect(words).toMatch(/other-version: The program asks for other versions of its libraries \(Rust: tiny\).*"\^2"/);
    expect(words).toContain("undeclared: This machine lacks a library that the program needs (Python: huge)");
  });

  it("are installed and graded again only when they change", async () => {
    const again = await small.runInside("grade", small.lab, "hand-ins", "--out", "grades");
    expect(again.lines.join("\n")).not.toContain("Installing");
    expect(again.lines.filter((line) => line.includes("as before"))).toHaveLength(7);
    await small.write("libraries/python/constraints.txt", "tiny==1.0\n");
    const changed = await small.runInside("grade", small.lab, "hand-ins", "--out", "grades");
    expect(changed.lines.filter((line) => line.startsWith("Installing"))).toHaveLength(1);
    expect(changed.lines.join("\n")).not.toContain("as before");
  });

  it("that cannot be installed end the command before anything is graded", async () => {
    await small.write("libraries/python/requirements.txt", "--no-index\n--find-links .\nnowhere==1.0\n");
    const failed = await small.runInside("grade", small.lab, "hand-ins", "--out", "others");
    expect(failed.status).toBe(3);
    expect(failed.lines.join("\n")).toMatch(/the libraries for python could not be installed:\n.*nowhere/s);
  });

  it("whose folder lacks its list are a mistake", async () => {
    await small.write("wirecheck.course.yaml", "setup: { node: libraries/tiny }\n");
    const failed = await small.runInside("grade", small.lab, "hand-ins", "--out", "others");
    expect(failed.status).toBe(2);
    expect(failed.lines.join("\n")).toContain("tiny lacks package-lock.json");
    await small.write("wirecheck.course.yaml", "setup: { cobol: libraries/tiny }\n");
    expect((await small.runInside("grade", small.lab, "hand-ins", "--out", "others")).lines.join("\n")).toMatch(
      /wirecheck\.course\.yaml:1:10: unknown key `cobol`: write `python`, `node`, `go` or `rust`/,
    );
  });
});

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
