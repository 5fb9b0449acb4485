import { expect, it } from "vitest";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Look } from "../watch/look.ts";
import { inFlight, leftOf } from "./in-flight.ts";

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

it("waits for the last packet of a handshake, unless the program's accept queue has no room for it", () => {
  const connected = { ...ours, receiveQueue: 0 };
  const theirs = { ...connected, inode: 0, state: "SYN_RECV", localPort: 40_000, remotePort: 8080 } as const;
  const listener = { ...theirs, inode: 8, state: "LISTEN", remotePort: 0, sendQueue: 1 } as const;
  const left = (...sockets: SocketSample[]) =>
    leftOf(
      sockets,
      ({ localPort }) => localPort === 8080,
      () => false,
    );
  expect(left(connected, theirs, listener)).toBe("moving");
  expect(left(connected, theirs, { ...listener, receiveQueue: 2 })).toBe("unread");
  expect(left(connected, { ...theirs, state: "ESTABLISHED" }, listener)).toBeNull();
});
