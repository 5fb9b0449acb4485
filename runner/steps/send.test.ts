import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { Transcript } from "../wire/transcript.ts";
import { send } from "./send.ts";
import type { GaveUp, StepContext } from "./step-context.ts";

let server: net.Server;
let alice: TcpPeer;
let other: net.Socket;
let heard: Buffer[];

beforeEach(async () => {
  server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  const [peer, [socket]] = await Promise.all([
    TcpPeer.connect("alice", { address: "127.0.0.1", port }, new Transcript()),
    once(server, "connection") as Promise<[net.Socket]>,
  ]);
  if (typeof peer === "string") throw new Error(peer);
  [alice, other, heard] = [peer, socket, []];
  other.on("data", (bytes: Buffer) => heard.push(bytes));
});

afterEach(async () => {
  await alice.discard();
  other.destroy();
  server.close();
});

/** A run of a test with that one peer, as far as a step that sends needs it. */
function context(parts: Partial<StepContext> = {}): StepContext {
  const run: Partial<StepContext> = {
    peers: new Map([["alice", alice]]),
    settled: async (promise) => ({ value: await promise }),
    rest: async () => true,
    random: (length) => Buffer.alloc(length),
    ...parts,
  };
  return run as StepContext;
}

/** What the other side has heard once so much has come. */
async function heardBytes(length: number): Promise<Buffer> {
  while (Buffer.concat(heard).length < length) await once(other, "data");
  return Buffer.concat(heard);
}

it("sends back what came, capital and small letters exchanged, and all other bytes as they are", async () => {
  const bytes = Buffer.from([...Buffer.from("Halo @[`{ ☕ Zz"), 0, 0xc1, 0xe1, 0xff]);
  other.write(bytes);
  while (alice.heard.length < bytes.length) await new Promise((resolve) => setImmediate(resolve));
  await send.play({ from: "alice", received: "swapped-case" }, context());
  const answer = Buffer.from([...Buffer.from("hALO @[`{ ☕ zZ"), 0, 0xc1, 0xe1, 0xff]);
  expect(await heardBytes(bytes.length)).toEqual(answer);
});

it("waits between two pieces for the program to rest, and not after the last", async () => {
  let rests = 0;
  const rest = async () => {
    rests += 1;
    return true;
  };
  expect(await send.play({ from: "alice", text: "0123456789", pieces: 3 }, context({ rest }))).toBeNull();
  expect(alice.lastWrites.map(String)).toEqual(["0123", "4567", "89"]);
  expect(rests).toBe(2);
});

it("tells by whom nothing is taken", async () => {
  const gaveUp: GaveUp = { why: "stuck", waitedMs: 40, limitMs: 5000, blocked: [] };
  const settled = async () => ({ gaveUp });
  const failure = await send.play({ from: "alice", text: "Halo" }, context({ settled }));
  expect(failure).toEqual({ code: "not-taken", who: "alice", gaveUp });
});
