import { describe, expect, it } from "vitest";
import { nodeDebugger } from "./node-debugger.ts";

const listening =
  "Debugger listening on ws://127.0.0.1:9229/6c1b-3f\nFor help, see: https://nodejs.org/en/docs/inspector\n";

it("finds where the debugger listens in what Node prints", () => {
  expect(nodeDebugger.endpoint(`my own words\n${listening}`)).toEqual({ port: 9229, path: "/6c1b-3f" });
  expect(nodeDebugger.endpoint(listening.slice(0, 40))).toBeNull();
  expect(nodeDebugger.endpoint("Starting inspector on 127.0.0.1:9229 failed: address already in use\n")).toBeNull();
});

describe("the messages of the debugger", () => {
  const parsed = (scriptId: string, url: string, sourceMapURL = "") =>
    JSON.stringify({ method: "Debugger.scriptParsed", params: { scriptId, url, sourceMapURL } });
  const paused = (...calls: [scriptId: string, functionName: string, lineNumber: number][]) =>
    JSON.stringify({
      method: "Debugger.paused",
      params: {
        callFrames: calls.map(([scriptId, functionName, lineNumber]) => ({
          functionName,
          location: { scriptId, lineNumber, columnNumber: 2 },
        })),
      },
    });

  it("give the calls by file and line, counted from 1", () => {
    const read = nodeDebugger.reader();
    expect(read('{"id":0,"result":{}}')).toBeNull();
    expect(read(parsed("8", "node:events"))).toBeNull();
    expect(read(parsed("9", "file:///home/a%20b/server.js"))).toBeNull();
    expect(read(paused(["8", "emit", 30], ["9", "", 3], ["7", "main", 0]))).toEqual([
      { path: "node:events", name: "emit", line: 31 },
      { path: "/home/a b/server.js", name: "", line: 4 },
      { path: "", name: "main", line: 1 },
    ]);
  });

  it("give the line in the file from which the program was made, if it contains its source map", () => {
    const read = nodeDebugger.reader();
    // The second line of the program comes from the fourth of the source.
    const map = { version: 3, sources: ["../home/server.ts"], names: [], mappings: ";AAGA" };
    const inline = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
    read(parsed("9", "file:///build/program.mjs", inline));
    expect(read(paused(["9", "serve", 1]))).toEqual([{ path: "../home/server.ts", name: "serve", line: 4 }]);
  });
});
