import { describe, expect, it } from "vitest";
import { sampleTree } from "../../tests/support/sample-tree.ts";
import { chooseLauncher } from "./choose-launcher.ts";
import { launchers } from "./index.ts";
import type { Launcher } from "./launcher.ts";

/** The libraries that a program needs; its own file is the first. */
function libraries(files: Record<string, string>): string[] {
  const tree = sampleTree(files);
  const launcher: Launcher = launchers[chooseLauncher(tree) ?? "executable"];
  return launcher.libraries?.(tree) ?? [];
}

const manifest = JSON.stringify({ dependencies: { minimist: "1", "@scope/net": "1", unused: "1" } });

describe("libraries that a hand-in declares, needs and does not hold", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "npm packages",
      { "server.js": 'require("minimist"); import "@scope/net/sub";', "package.json": manifest },
      ["minimist", "@scope/net"],
    ],
    [
      "npm packages of a helper",
      { "a/s.js": 'require("./h")', "a/h.js": 'require("minimist")', "package.json": manifest },
      ["minimist"],
    ],
    ["npm packages in TypeScript", { "s.ts": 'import m from "minimist";', "package.json": manifest }, ["minimist"]],
    [
      "modules of Python",
      { "s.py": "import flask, os.path\nfrom trio import run", "requirements.txt": "flask\ntrio" },
      ["flask", "os", "trio"],
    ],
    [
      "crates",
      {
        "src/main.rs": "fn main() {}",
        "Cargo.toml":
          '[package]\nname = "x"\n[dependencies]\ntokio = "1"\nown = { path = "own" }\n[dependencies.rand]\nversion = "0.8"\n',
      },
      ["tokio", "rand"],
    ],
    [
      "modules of Go",
      {
        "main.go": 'package main\nimport (\n\t"net"\n\tflag "github.com/spf13/pflag"\n)',
        "go.mod": "module lab\n\ngo 1.21\n\nrequire github.com/spf13/pflag v1.0.5\n",
      },
      ["github.com/spf13/pflag"],
    ],
  ])("%s", (_, files, expected) => {
    expect(libraries(files)).toEqual(expected);
  });

  it.each<[string, Record<string, string>]>([
    [
      "Node's own modules",
      { "s.js": 'require("net"); require("node:fs"); import "fs/promises"', "package.json": manifest },
    ],
    [
      "packages in node_modules",
      { "s.js": 'require("minimist")', "package.json": manifest, "node_modules/minimist/index.js": "" },
    ],
    ["a package in a comment", { "s.js": '// require("minimist")', "package.json": manifest }],
    ["what nothing declares", { "s.js": 'require("minimist")' }],
    ["modules of Python that nothing declares", { "s.py": "import flask" }],
    [
      "modules that lie beside",
      { "s.py": "import net\nimport lib.deep", "net.py": "", "lib/deep.py": "", "requirements.txt": "" },
    ],
    [
      "imports that the program may do without",
      { "s.py": "try:\n    import uvloop\nexcept ImportError:\n    pass", "requirements.txt": "uvloop" },
    ],
    [
      "crates that were vendored",
      { "src/main.rs": "", "Cargo.toml": '[dependencies]\ntokio = "1"\n', "vendor/tokio/Cargo.toml": "" },
    ],
    [
      "a module of Go that is not used",
      { "main.go": 'package main\nimport "net"', "go.mod": "require github.com/spf13/pflag v1.0.5\n" },
    ],
  ])("and not %s", (_, files) => {
    expect(libraries(files)).toEqual([]);
  });
});
