import { expect, it } from "vitest";
import type { SocketCall } from "../../arena/running-program.ts";
import { cameLate, firstMissing, livesOf } from "./socket-lives.ts";

const listener: SocketCall[] = [
  { call: "socket", inode: 1 },
  { call: "option", inode: 1, option: "SO_REUSEADDR" },
  { call: "bind", inode: 1 },
  { call: "listen", inode: 1 },
];
const served: SocketCall[] = [...listener, { call: "accept", inode: 2, listener: 1 }, { call: "close", inode: 2 }];
const whole = ["socket", "bind", "listen", "accept", "close"];

it("an accepted socket's life begins with the listening one's", () => {
  expect(livesOf(served).map(({ inode, kind }) => [inode, kind])).toEqual([
    [1, "listening"],
    [2, "connection"],
  ]);
  expect(firstMissing(whole, livesOf(served))).toBeNull();
});

it("names the first call that is missing, and what was seen before", () => {
  expect(firstMissing(whole, livesOf(served.slice(0, -1)))).toEqual({
    call: "close",
    after: "socket, bind, listen, accept",
  });
  expect(firstMissing(whole, [])).toEqual({ call: "socket", after: "" });
});

it("asks for the order, not for the calls alone", () => {
  const late = [
    ...listener.filter(({ call }) => call !== "option"),
    ...listener.filter(({ call }) => call === "option"),
  ];
  expect(firstMissing(["socket", "SO_REUSEADDR", "bind"], livesOf(listener))).toBeNull();
  expect(firstMissing(["socket", "SO_REUSEADDR", "bind"], livesOf(late))).toMatchObject({ call: "bind" });
});

it("a socket that came to nothing is neither", () => {
  expect(livesOf([{ call: "socket", inode: 3 }])).toMatchObject([{ kind: null }]);
});

it("an option is late after the first message of its own connection, and one that was never seen set is not", () => {
  const nodelay: SocketCall = { call: "option", inode: 4, option: "TCP_NODELAY" };
  const connect: SocketCall = { call: "connect", inode: 4 };
  const send: SocketCall = { call: "send", inode: 4 };
  const late = (...calls: SocketCall[]) => cameLate("TCP_NODELAY", livesOf(calls));
  expect(late(connect, send, nodelay)).toBe(true);
  expect(late(connect, nodelay, send)).toBe(false);
  expect(late(connect, send, { ...nodelay, inode: 5 })).toBe(false);
  expect(late(connect, send)).toBe(false);
});
