import { dirname } from "node:path/posix";
import type { Launcher, SourceTree } from "../launcher.ts";
import { blankOut, slashSyntax } from "../support/blank-out.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { goErrors } from "./error-meanings.ts";
import { goLibraries } from "./libraries.ts";
import { goOutput } from "./output.ts";
import { goRuntime } from "./runtime.ts";
import { definesMain, goSource } from "./source.ts";
import { goStack } from "./stack.ts";

/** Nothing is fetched, neither modules nor another Go; no C compiler is needed and no code of the hand-in runs. */
const offline = {
  GOPROXY: "off",
  GOTOOLCHAIN: "local",
  GOFLAGS: "-mod=mod",
  GOTELEMETRY: "off",
  GOPATH: "{build}/go",
  CGO_ENABLED: "0",
  // Go takes a package whose index it cannot write into the cache, read-only here, for one that does not exist.
  GODEBUG: "goindex=0",
};

/** Go, from the files of the entry's folder: several programs may lie side by side. */
export const go: Launcher = {
  title: "Go",
  extensions: [".go"],
  tools: {
    go: {
      names: ["go"],
      package: "golang-go",
      version: ["version"],
      locate: { argv: ["env", "GOROOT"] },
      // The standard library comes as source: 6 s to compile for a server's imports, 0.2 s with a filled cache.
      cache: {
        variable: "GOCACHE",
        argv: [
          "build",
          "net/http",
          "net/rpc",
          "flag",
          "log/slog",
          "math/rand",
          "encoding/gob",
          "text/tabwriter",
          "os/signal",
        ],
        env: offline,
      },
    },
  },
  sources: packageFiles,
  libraries: (tree) => goLibraries(packageFiles(tree), tree),
  plan(tree) {
    const sources = packageFiles(tree).map(fileArgument);
    return {
      build: [
        {
          tool: "go",
          argv: ["build", "-o", "{build}/program", ...sources],
          env: { ...offline, GOCACHE: "{cache}" },
        },
      ],
      run: { tool: null, argv: ["{build}/program"] },
    };
  },
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

/** The entry and its folder's files without a `main` of their own, tests and other systems' files left out. */
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
  return /^\s*package\s+(\w+)/m.exec(blankOut(source, slashSyntax))?.[1];
}
