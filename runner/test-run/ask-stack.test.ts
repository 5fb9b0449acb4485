import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { FakeProgram } from "../../tests/support/fake-program.ts";
import type { RunningProgram } from "../arena/running-program.ts";
import { askStack } from "./ask-stack.ts";

let folder: string;
const running: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirecheck-stacks-"));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A real program, in the place of one that was launched in a test. */
class NodeProgram extends FakeProgram {
  override language = "JavaScript";
  #listener: ((bytes: Buffer) => void) | undefined;
  readonly #child: ChildProcess;

  constructor(source: string) {
    super("server");
    const file = join(folder, "program.js");
    writeFileSync(file, source);
    // The port of the debugger: the usual one may be taken, as this test has no network of its own.
    this.#child = spawn(process.execPath, ["--inspect-port=0", file], { stdio: ["ignore", "pipe", "pipe"] });
    running.push(this.#child);
    this.#child.stderr?.on("data", (bytes) => this.#listener?.(bytes));
  }

  override divert(listener?: (bytes: Buffer) => void): void {
    this.#listener = listener;
  }

  override get program(): RunningProgram {
    return {
      ...super.program,
      exited: once(this.#child, "exit").then(() => ({ status: 0, limit: null, leftBehind: 0 })),
    };
  }

  /** The calls of its only thread in its own file, after it has printed something. */
  async calls(patienceMs: number): Promise<string[]> {
    await once(this.#child.stdout as NonNullable<ChildProcess["stdout"]>, "data");
    const threads = await askStack(this, this.#child.pid as number, { isBusy: true, patienceMs });
    const own = threads.flat().filter(({ path }) => path.startsWith(folder));
    return own.map(({ name, line }) => `${name} ${line}`);
  }
}

/** For answers that do come, on a machine that is busy, too. */
const longWait = 60_000;
const say = 'require("fs").writeSync(1, "busy");';

it.each([
  [
    "a loop",
    `function serve() {\n  ${say}\n  while (true);\n}\nsetImmediate(() => {\n  serve();\n});\n`,
    ["serve 3", " 6"],
  ],
  [
    "a regular expression that backtracks",
    `${say}\nconst text = "a".repeat(40);\n/^(a+)+$/.test(text + "!");\n`,
    [" 3"],
  ],
])("has Node's debugger show where %s computes", async (_, source, calls) => {
  expect(await new NodeProgram(source).calls(longWait)).toEqual(calls);
});

it("waits no longer than it may for a program that takes the signal for itself", async () => {
  const source = `process.on("SIGUSR1", () => {});\nsetInterval(() => {}, 9000);\n${say}\n`;
  expect(await new NodeProgram(source).calls(100)).toEqual([]);
});

it.each([
  ["says that its debugger is elsewhere", pose('"ws://127.0.0.1:1/id"')],
  ["says that its debugger has no address", pose('"ws://127.0.0.1:99999/#id"')],
  ["poses as its own debugger", pose('"ws://127.0.0.1:" + server.address().port + "/id"')],
])("shows nothing of a program that %s", async (_, source) => {
  expect(await new NodeProgram(source).calls(longWait)).toEqual([]);
});

/** A program that says at the signal that its debugger listens there, and has a server whose messages are none of a debugger (RFC 6455). */
function pose(address: string): string {
  return `
    const server = require("net").createServer((socket) => {
      socket.once("data", (bytes) => {
        const key = /^Sec-WebSocket-Key: (.*)\\r$/m.exec(bytes.toString())[1];
        const proof = require("crypto").createHash("sha1").update(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
        const headers = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: " + proof.digest("base64")];
        socket.write(["HTTP/1.1 101 OK", ...headers, "\\r\\n"].join("\\r\\n"));
        socket.write(Buffer.from([0x81, 2, 0x7b, 0x7b]));
      });
    });
    server.listen(0, "127.0.0.1", () => {
      process.on("SIGUSR1", () => console.error("Debugger listening on " + ${address}));
      ${say}
    });`;
}
