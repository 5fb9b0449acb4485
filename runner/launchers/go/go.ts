import { dirname } from "node:path/posix";
import type { Launcher, SourceTree } from "../launcher.ts";
import { blankOut, slashSyntax } from "../support/blank-out.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { goErrors } from "./error-meanings.ts";
import { goTool, offline } from "./go-tool.ts";
import { goLibraries } from "./libraries.ts";
import { goOutput } from "./output.ts";
import { goRuntime } from "./runtime.ts";
import { goSetup, moduleServer } from "./setup.ts";
import { definesMain, goSource } from "./source.ts";
import { goStack } from "./stack.ts";

/** Go, from the files in the entry's folder, which may have several programs. */
export const go: Launcher = {
  title: "Go",
  extensions: [".go"],
  tools: { go: goTool },
  sources: packageFiles,
  libraries: (tree) => goLibraries(packageFiles(tree), tree),
  setup: goSetup,
  plan(tree) {
    const sources = packageFiles(tree).map(fileArgument);
    return {
      build: [
        {
          tool: "go",
          // A package that is not main would be built into a file that cannot be run.
          argv: ["build", "-buildmode=exe", "-o", "{build}/program", ...sources],
          env: { ...offline, ...fromFolder(tree.libraryFolder), GOCACHE: "{cache}" },
        },
      ],
      run: { tool: null, argv: ["{build}/program"] },
    };
  },
  trial: { "trial.go": "package main\n\nfunc main() {}\n" },
  typed: ({ entry }) => `go run ${shellWord(entry)}`,
  source: goSource,
  errorMeanings: goErrors,
  handlesErrorBy: {
    en: "if err != nil { return } in the goroutine of this client",
    id: "if err != nil { return } di goroutine client itu",
  },
  output: goOutput,
  runtime: goRuntime,
  stackDump: goStack,
  closedOutput: "closed",
};

/** The source of modules for Go: a folder, whose checksums were checked when the course installed it. */
function fromFolder(folder: string | undefined): Record<string, string> {
  return folder === undefined
    ? {}
    : {
        GOPROXY: `file://${folder}/${moduleServer}`,
        GONOSUMDB: "*",
        GONOSUMCHECK: "1",
        GOFLAGS: "-mod=mod -modcacherw",
      };
}

/** The entry and its folder's files without a `main`, except tests and files for other systems. */
function packageFiles({ entry, files, read }: SourceTree): string[] {
  const beside = files.filter((file) => file !== entry && file.endsWith(".go") && dirname(file) === dirname(entry));
  const helpers = beside.filter(
    (file) =>
      !/_(test|windows|darwin|freebsd|js|wasm)\.go$/.test(file) &&
      packageOf(read(file)) === packageOf(read(entry)) &&
      !definesMain.test(blankOut(read(file), slashSyntax)),
  );
  return [entry, ...helpers];
}

function packageOf(source: string): string | undefined {
  return /^[^\S\n]*package\s+(\w+)/m.exec(blankOut(source, slashSyntax))?.[1];
}
