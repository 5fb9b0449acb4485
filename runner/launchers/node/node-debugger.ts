import { SourceMap, type SourceMapPayload, type SourceMapping } from "node:module";
import { fileURLToPath } from "node:url";
import type { Frame, StackDebugger } from "../stack-dump.ts";

/**
 * Node's inspector. It starts at SIGUSR1 on a thread of its own (documentation of `process`, "Signal events"), so it stops JavaScript
 * that never returns to the event loop, a regular expression included. A program that waits for events has no stack.
 */
export const nodeDebugger: StackDebugger = {
  signal: "SIGUSR1",
  endpoint: (said) => {
    const [, port, path] = /^Debugger listening on ws:\/\/[^/\s]+:(\d+)(\/\S+)$/m.exec(said) ?? [];
    return port === undefined || path === undefined ? null : { port: Number(port), path };
  },
  requests: ["Debugger.enable", "Debugger.pause"].map((method, id) => JSON.stringify({ id, method })),
  reader: () => {
    const scripts = new Map<string, Script>();
    return (message) => {
      const said = JSON.parse(message) as Message;
      if (said.method === "Debugger.scriptParsed") scripts.set(said.params.scriptId, scriptOf(said.params));
      if (said.method !== "Debugger.paused") return null;
      return said.params.callFrames
        .slice(0, mostCalls)
        .map((call) => frameOf(call, scripts.get(call.location.scriptId)));
    };
  },
};

/** Enough to reach the program's own files through those of a library. */
const mostCalls = 30;

/** The messages of the Chrome DevTools Protocol (domain Debugger) that are read. */
type Message =
  | { method: "Debugger.scriptParsed"; params: ParsedScript }
  | { method: "Debugger.paused"; params: { callFrames: Call[] } }
  | { method?: never };

interface ParsedScript {
  scriptId: string;
  /** `file:///…` for the program's files, `node:…` for Node's own. */
  url: string;
  sourceMapURL: string;
}

interface Call {
  functionName: string;
  /** Counted from 0. */
  location: { scriptId: string; lineNumber: number; columnNumber: number };
}

interface Script {
  path: string;
  /** Which lines of other files it was made from, if it says so itself, as those of the TypeScript launcher do. */
  madeFrom: SourceMap | null;
}

function scriptOf({ url, sourceMapURL }: ParsedScript): Script {
  const encoded = /^data:application\/json;(?:charset=[\w-]+;)?base64,(.+)$/.exec(sourceMapURL)?.[1];
  const map = encoded && (JSON.parse(Buffer.from(encoded, "base64").toString()) as SourceMapPayload);
  return { path: url.startsWith("file:") ? fileURLToPath(url) : url, madeFrom: map ? new SourceMap(map) : null };
}

function frameOf({ functionName: name, location }: Call, script: Script | undefined): Frame {
  const original = script?.madeFrom?.findEntry(location.lineNumber, location.columnNumber) as
    | Partial<SourceMapping>
    | undefined;
  return original?.originalSource !== undefined && original.originalLine !== undefined
    ? { path: original.originalSource, line: original.originalLine + 1, name }
    : { path: script?.path ?? "", line: location.lineNumber + 1, name };
}
