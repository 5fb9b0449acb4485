import type { Tool } from "../launcher.ts";

/** Downloads nothing, neither modules nor another Go; needs no C compiler and runs no code of the hand-in. */
export const offline = {
  GOPROXY: "off",
  GOTOOLCHAIN: "local",
  GOFLAGS: "-mod=mod",
  GOTELEMETRY: "off",
  GOPATH: "{build}/go",
  CGO_ENABLED: "0",
  // If Go cannot write the index of a package into its cache, which is read-only here, it treats the package as missing.
  GODEBUG: "goindex=0",
};

/** The go command. */
export const goTool: Tool = {
  names: ["go"],
  package: "golang-go",
  version: ["version"],
  locate: { argv: ["env", "GOROOT"] },
  // The standard library is shipped as source: 6 s to compile for a server's imports, 0.2 s with a filled cache.
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
};
