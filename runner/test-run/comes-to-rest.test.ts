import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSocketTable, type SocketTable } from "../linux/sockets.ts";
import { comesToRest } from "./comes-to-rest.ts";
import type { Resting } from "./rest.ts";

let table: SocketTable;
let server: net.Server;
let client: net.Socket;

/** This process is the program: it listens, and may hold a connection. */
beforeEach(async () => {
  table = openSocketTable();
  server = net.createServer((socket) => socket.end().resume()).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => {
  client?.destroy();
  server.close();
  table.close();
});

async function connect(): Promise<void> {
  client = net.connect((server.address() as net.AddressInfo).port, "127.0.0.1");
  await once(client, "connect");
}

function goesOn(resting: Resting, pids: () => number[] | null = () => [process.pid]): Promise<boolean> {
  const ports = () => table.read("open", "tcp").filter(({ localPort }) => localPort === port());
  return comesToRest({ come: async () => resting }, { pids }, { sockets: ports });
}

function port(): number {
  return (server.address() as net.AddressInfo).port;
}

it("lets a server go on that rests and holds no connection", async () => {
  expect(await goesOn("rests")).toBe(true);
});

it("does not let one go on that never rests", async () => {
  expect(await goesOn("restless")).toBe(false);
});

it("does not let one go on that rests and holds a connection", async () => {
  server.removeAllListeners("connection");
  await connect();
  expect(await goesOn("rests")).toBe(false);
});

it("does not let one go on that has ended, or is about to", async () => {
  expect(await goesOn("rests", () => [])).toBe(false);
  expect(await goesOn("rests", () => null)).toBe(false);
});

it("waits for the last connection to be closed where a rest cannot be seen", async () => {
  await connect();
  const going = goesOn("unseen");
  client.end().resume();
  expect(await going).toBe(true);
});
