import { describe, expect, it } from "vitest";
import { sampleTree } from "../../tests/support/sample-tree.ts";
import { c } from "./c/c.ts";
import { go } from "./go/go.ts";
import { java } from "./java/java.ts";
import { make } from "./make/make.ts";
import { python } from "./python/python.ts";
import { rust } from "./rust/rust.ts";
import { typescript } from "./typescript/typescript.ts";

const cMain = "int main(void) { return 0; }";

describe("a plan", () => {
  it("compiles of several C programs only the one that is asked for, with its helpers", () => {
    const tree = sampleTree({
      "server.c": `#include "net.h"\n#include "table.c"\n${cMain}`,
      "client.c": cMain,
      "net.c": "/* int main( */ int net;",
      "table.c": "int table;",
      "include/net.h": "",
      "old/server.c": cMain,
      "old/helper.c": "int net;",
    });
    const argv = c.plan(tree).build[0]?.argv ?? [];
    expect(argv.filter((argument) => argument.endsWith(".c"))).toEqual(["server.c", "net.c"]);
    expect(argv).toContain("-Iinclude");
  });

  it("checks the syntax of the modules that a Python program imports and of no others", () => {
    const tree = sampleTree({
      "src/server.py": "from common import send\nimport lib.frames as frames, os\n",
      "src/common.py": "",
      "src/lib/frames.py": "from . import bits",
      "src/lib/bits.py": "",
      "src/client.py": "print 'x'",
    });
    expect(python.plan(tree).build[0]?.argv.slice(5)).toEqual([
      "src/server.py",
      "src/lib/frames.py",
      "src/common.py",
      "src/lib/bits.py",
    ]);
  });

  it("never lets a file name be an option", () => {
    expect(python.plan(sampleTree({ "-c.py": "" })).run.argv).toEqual(["./-c.py"]);
  });

  it("builds one Go program of several in a folder", () => {
    const tree = sampleTree({
      "server.go": "package main\nfunc main() {}\n",
      "client.go": "package main\nfunc main() {}\n",
      "frames.go": "package main\n// func main() {}\n",
      "frames_test.go": "package main\n",
      "poll_windows.go": "package main\n",
    });
    expect(go.plan(tree).build[0]?.argv).toEqual(["build", "-o", "{build}/program", "server.go", "frames.go"]);
  });

  it("compiles a Java file under the name of its public class", () => {
    const source = "public class TCPServer { public static void main(String[] a) {} }";
    const { build, run } = java.plan(sampleTree({ "TCP Server (1).java": source }));
    expect(build[0]).toEqual({ tool: "cp", argv: ["TCP Server (1).java", "{build}/TCPServer.java"] });
    expect(build[1]?.argv.at(-1)).toBe("{build}/TCPServer.java");
    expect(run.argv.at(-1)).toBe("TCPServer");
  });

  it("reads Java in Latin-1 where it is not UTF-8", () => {
    const tree = sampleTree({ "Server.java": "class Server { /* \uFFFD */ }" });
    expect(java.plan(tree).build[0]?.argv).toContain("ISO-8859-1");
  });

  it.each([
    ["src/main.rs", '[package]\nname = "echo"\n', "echo"],
    ["src/bin/server.rs", '[package]\nname = "echo"\n', "server"],
    ["app/srv.rs", '[package]\nname = "echo"\n[[bin]]\nname = "srv"\npath = "app/srv.rs"\n', "srv"],
  ])("runs what cargo makes of %s", (entry, manifest, name) => {
    const tree = sampleTree({ [entry]: "fn main() {}", "Cargo.toml": manifest });
    expect(rust.plan(tree).run.argv).toEqual([`{build}/debug/${name}`]);
  });

  it.each([
    ["server.ts", "import net from 'net';\nnet.createServer();", "mjs"],
    ["server.ts", "import net from 'net';\nif (require.main === module) start();", "cjs"],
    ["server.ts", "const net = require('net');", "cjs"],
    ["server.cts", "export {};", "cjs"],
    ["server.mts", "", "mjs"],
    ["server.ts", "await start();", "mjs"],
    ["server.ts", "start();", "cjs"],
  ])("takes %s (%s) for .%s, as Node would", (file, source, ending) => {
    expect(typescript.plan(sampleTree({ [file]: source })).run.argv.at(-1)).toBe(`{build}/program.${ending}`);
  });

  it("makes in a copy of the hand-in, beside the entry first", () => {
    const tree = sampleTree({ "server/main.c": cMain, "server/Makefile": "srv: main.c\n\tcc -o srv main.c\n" });
    expect(make.plan(tree)).toMatchObject({
      build: [
        { tool: "cp", argv: ["-R", ".", "{build}"] },
        { tool: "make", argv: ["--always-make", "--no-print-directory", "-C", "{build}/server", "srv"] },
      ],
      run: { tool: null, argv: ["{build}/server/srv"] },
    });
  });
});
