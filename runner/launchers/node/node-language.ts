import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { nodeErrors } from "./error-meanings.ts";
import { esbuild } from "./esbuild.ts";
import { scriptImports } from "./imports.ts";
import { nodeLibraries } from "./libraries.ts";
import { nodeDebugger } from "./node-debugger.ts";
import { nodeTool } from "./node-tool.ts";
import { nodeOutput } from "./output.ts";
import { nodeRuntime } from "./runtime.ts";
import { nodeSetup } from "./setup.ts";
import { nodeSource } from "./source.ts";

/** What launchers of all languages on Node have in common. */
export const nodeLanguage = {
  tools: { node: nodeTool, esbuild },
  sources: (tree) => withLocalImports(tree, scriptImports),
  libraries: nodeLibraries,
  setup: nodeSetup,
  source: nodeSource,
  errorMeanings: nodeErrors,
  handlesErrorBy: { en: "socket.on('error', ...)", id: "socket.on('error', ...)" },
  endlessLoop: {
    name: { en: "A loop keeps all events waiting", id: "Perulangan membuat semua event menunggu" },
    idea: {
      en: "JavaScript runs one thing at a time: no event (data, end, a timer) reaches its handler before the code that runs has returned.",
      id: "JavaScript mengerjakan satu hal pada satu waktu: event (data, end, timer) baru sampai ke handler-nya setelah kode yang berjalan selesai.",
    },
    look: {
      en: "Do not wait in a loop: go on in the handler of the event, or await it. If this code waits for no event, find what in it never ends.",
      id: "Jangan menunggu di dalam perulangan: lanjutkan di handler event-nya, atau pakai await. Kalau kode ini tidak menunggu event, cari apa yang tidak pernah selesai di dalamnya.",
    },
  },
  output: nodeOutput,
  runtime: nodeRuntime,
  stackDebugger: nodeDebugger,
  closedOutput: "closed",
  cannotSet: ["linger"],
} satisfies Partial<Launcher>;
