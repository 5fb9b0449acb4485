import { expect, it } from "vitest";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Look } from "../watch/look.ts";
import { inFlight } from "./in-flight.ts";

const ours: SocketSample = {
  inode: 7,
  protocol: "tcp",
  state: "ESTABLISHED",
  localAddress: "127.0.0.1",
  localPort: 8080,
  remoteAddress: "127.0.0.1",
  remotePort: 40_000,
  receiveQueue: 5,
  sendQueue: 0,
  ipv6Only: false,
};
const look: Look = { atMs: 0, processes: [], sockets: [ours] };

it("takes what we have not read for something that still moves, unless a step must say so first", () => {
  expect(inFlight(look, () => false)).toBe(true);
  expect(inFlight(look, (socket) => socket === ours)).toBe(false);
});
