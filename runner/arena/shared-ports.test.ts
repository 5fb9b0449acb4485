import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSocketTable, type SocketTable } from "../linux/sockets.ts";
import { SharedPorts } from "./shared-ports.ts";

const port = 19_741;
let table: SocketTable;
let one: SharedPorts;
let other: SharedPorts;

beforeEach(() => {
  table = openSocketTable();
  const ports = () =>
    new SharedPorts(
      () => table.read("all"),
      () => new Set(),
    );
  [one, other] = [ports(), ports()];
});

afterEach(() => {
  one.release();
  other.release();
  table.close();
});

async function listen(): Promise<net.Server> {
  const server = net.createServer((socket) => socket.end("first to close")).listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

it("gives a port to one test at a time", async () => {
  const order: string[] = [];
  expect(await one.take([port, port])).toEqual([]);
  const waits = other.take([port]).then(() => order.push("other has it"));
  order.push("one lets it go");
  one.release();
  await waits;
  expect(order).toEqual(["one lets it go", "other has it"]);
});

it("ends what an earlier test left in TIME_WAIT", async () => {
  const server = await listen();
  const client = net.connect(port, "127.0.0.1").resume();
  await once(client, "close");
  server.close();
  const lingering = () =>
    table.read("all").filter(({ localPort, state }) => localPort === port && state === "TIME_WAIT");
  expect(lingering()).toHaveLength(1);
  expect(await one.take([port])).toEqual([]);
  expect(lingering()).toEqual([]);
});

it("tells a port that somebody else holds", async () => {
  const server = await listen();
  expect(await one.take([port])).toEqual([{ port, obstacle: "held" }]);
  server.close();
});

it("gives high ports where they are asked for", () => {
  expect(one.free()).toBeLessThan(2 ** 15);
  expect(one.free("high")).toBeGreaterThan(2 ** 15);
});

it("gives no free port twice", () => {
  const ports = [one, other, one, other].map((each) => each.free());
  expect(new Set(ports).size).toBe(4);
});
