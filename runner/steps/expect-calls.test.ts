import { expect, it } from "vitest";
import { FakeRun } from "../../tests/support/fake-run.ts";
import type { SocketCall } from "../arena/running-program.ts";
import { expectCalls } from "./expect-calls.ts";

const listener: SocketCall[] = [
  { call: "socket", inode: 1 },
  { call: "option", inode: 1, option: "SO_REUSEADDR" },
  { call: "bind", inode: 1 },
  { call: "listen", inode: 1 },
] as SocketCall[];
const accepted = [{ call: "accept", inode: 2, listener: 1 }] as SocketCall[];
const [sent, closed] = [
  [{ call: "send", inode: 2 }] as SocketCall[],
  [
    { call: "close", inode: 2 },
    { call: "close", inode: 1 },
  ] as SocketCall[],
];

function play(made: SocketCall[], step: object, status = 0) {
  const run = new FakeRun();
  const server = run.program("server", { made });
  server.ends(status);
  return expectCalls.play({ of: "server", ...step }, run);
}

it("takes calls in their order, whatever stands between them, and names the first that is missing", async () => {
  expect(await play(listener, { order: ["socket", "SO_REUSEADDR", "listen"] })).toBeNull();
  const missing = await play(listener, { order: ["socket", "bind", "SO_REUSEADDR"] });
  expect(missing).toMatchObject({ code: "call-missing", facts: { call: "SO_REUSEADDR", after: "socket, bind" } });
});

it("wants every connection closed, and the listening socket of a server that ended by itself", async () => {
  expect(await play([...listener, ...accepted, ...closed], { closes: "every" })).toBeNull();
  const open = await play([...listener, ...accepted], { closes: "every" });
  expect(open).toMatchObject({ code: "left-open", facts: { connections: 1 } });
  const listening = [...listener, ...accepted, ...closed.slice(0, 1)];
  expect(await play(listening, { closes: "every" })).toMatchObject({ facts: { listening: true } });
  expect(await play(listening, { closes: "every" }, 130)).toBeNull();
});

it("wants no connection closed twice by one process", async () => {
  const again = [{ call: "close-again", inode: 2 }] as SocketCall[];
  const step = { closes: "once" };
  expect(await play([...listener, ...accepted, ...closed], step)).toBeNull();
  expect(await play([...listener, ...accepted, ...closed, ...again], step)).toMatchObject({ code: "closed-twice" });
  expect(await play([...listener, ...accepted, ...closed, ...closed, ...again], step)).toBeNull();
});

it("wants an option switched on before the first message", async () => {
  const option = [{ call: "option", inode: 2, option: "TCP_NODELAY" }] as SocketCall[];
  const step = { "before-sending": "TCP_NODELAY" };
  expect(await play([...listener, ...accepted, ...option, ...sent], step)).toBeNull();
  const late = await play([...listener, ...accepted, ...sent, ...option], step);
  expect(late).toMatchObject({ code: "option-late", facts: { option: "TCP_NODELAY" } });
});
