import { describe, expect, it } from "vitest";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { Lab } from "../spec/lab.ts";
import type { Calls } from "../worker/calls.ts";
import type { Discovered, Params } from "../worker/protocol.ts";
import { askedMethod, learnPort } from "./learn-port.ts";

const asked = { kind: "flag", flag: "--port" } as const;
const program = {
  ...{ role: "server", kind: "server", transport: "tcp", asked, method: asked, sourcePort: null },
  launch: { command: { argv: ["server"], env: {} }, language: "C" },
} as unknown as PreparedProgram;
const lab = { tests: [{ steps: [{ start: { program: "server", words: ["log"] } }] }] } as unknown as Lab;
const sources = [{ file: "server.c", text: "bind(s, htons(5000))" }];

/** What a worker that learns this is asked, and what becomes of the program. */
async function learn(learnt: Discovered, change: { isShared?: boolean; runArguments?: string[] } = {}) {
  const calls: [how: string, params: Params<"discover">][] = [];
  const fake = (how: string) => async (_method: string, params: Params<"discover">) => {
    calls.push([how, params]);
    return learnt;
  };
  const workers = {
    isolation: { network: !change.isShared, address: false },
    call: fake("any"),
    callAlone: fake("alone"),
  };
  const options = { runArguments: change.runArguments ?? null, sources };
  return { calls, learnt: await learnPort(program, options, lab, workers as unknown as Calls) };
}

describe("learnPort", () => {
  it("launches the program with what its tests give it, and takes what the launch shows", async () => {
    const { calls, learnt } = await learn({ method: { kind: "source" }, sourcePort: 5000 });
    expect(calls).toMatchObject([
      ["any", { methods: [asked, { kind: "source" }], portsInSource: [5000], words: ["log"] }],
    ]);
    expect(learnt).toMatchObject({ method: { kind: "source" }, sourcePort: 5000 });
  });

  it("keeps what the lab asks for where no launch shows anything, with what was tried", async () => {
    expect((await learn(null)).learnt).toEqual({ ...program, tried: [asked, { kind: "source" }] });
  });

  it("launches alone where all programs share one network", async () => {
    expect((await learn(null, { isShared: true })).calls[0]?.[0]).toBe("alone");
  });

  it("launches nothing where the hand-in's own command line has a place for the port", async () => {
    const { calls, learnt } = await learn(null, { runArguments: ["--listen", "{port}"] });
    expect(calls).toEqual([]);
    expect(learnt).toMatchObject({ asked: { kind: "placeholder" }, method: { kind: "placeholder" } });
  });
});

it.each([
  [{}, { kind: "source" }],
  [{ port: { flag: "-p" } }, { kind: "flag", flag: "-p" }],
  [{ port: { argument: 1 } }, { kind: "argument", before: [] }],
  [
    { port: { argument: 2 }, host: "127.0.0.1" },
    { kind: "argument", before: ["127.0.0.1"] },
  ],
  [{ port: { environment: "PORT" } }, { kind: "environment", name: "PORT" }],
  [{ command: "serve {host} {port}" }, { kind: "command", command: ["serve", "localhost", "{port}"] }],
])("a lab that writes %j asks for the port so", (spec, method) => {
  expect(askedMethod(spec as Parameters<typeof askedMethod>[0])).toEqual(method);
});
