import { expect, it } from "vitest";
import { parseCalls } from "./call-trace.ts";

const calls = (...lines: string[]) => parseCalls(lines.join("\n"));

it("follows TCP sockets by their inodes, whatever their descriptors", () => {
  expect(
    calls(
      "7 socket(AF_UNIX, SOCK_STREAM, 0) = 3<socket:[10]>",
      "7 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 4<socket:[11]>",
      "7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 5<socket:[12]>",
      '7 bind(5<socket:[12]>, {sa_family=AF_INET, sin_port=htons(8000), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
      "7 listen(5<socket:[12]>, 5)             = 0",
      "8 accept4(5<socket:[12]>, NULL, NULL, SOCK_CLOEXEC) = 3<socket:[13]>",
      "9 close(3<socket:[13]>)                 = 0",
      "7 close(3<socket:[10]>) = 0",
      "7 +++ exited with 0 +++",
    ),
  ).toEqual([
    { call: "socket", inode: 12 },
    { call: "bind", inode: 12 },
    { call: "listen", inode: 12 },
    { call: "accept", inode: 13, listener: 12 },
    { call: "close", inode: 13 },
  ]);
});

it("sees a connection that a thread closes again, and no second close by who accepted it", () => {
  const trace = (thread: number) =>
    calls(
      "7 accept(5<socket:[12]>, NULL, NULL) = 6<socket:[13]>",
      `${thread} close(6<socket:[13]>) = 0`,
      `${thread} close(6) = -1 EBADF (Bad file descriptor)`,
      `${thread} close(9) = -1 EBADF (Bad file descriptor)`,
    ).map(({ call }) => call);
  expect(trace(8)).toEqual(["accept", "close", "close-again"]);
  expect(trace(7)).toEqual(["accept", "close"]);
});

it("puts calls together that others interrupted", () => {
  expect(
    calls(
      "7 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 5<socket:[12]>",
      "7 accept(5<socket:[12]>,  <unfinished ...>",
      "8 close(9</dev/null> <unfinished ...>",
      "7 <... accept resumed>{sa_family=AF_INET6}, [28]) = 6<socket:[13]>",
      "8 <... close resumed>) = 0",
      "7 close(6<socket:[13]> <unfinished ...>",
      "7 <... close resumed>)            = 0",
      "7 accept(5<socket:[12]>,  <detached ...>",
    ).slice(1),
  ).toEqual([
    { call: "accept", inode: 13, listener: 12 },
    { call: "close", inode: 13 },
  ]);
});

it("counts options that are switched on, connections under way, and what dup2 lets go; no failures", () => {
  expect(
    calls(
      "7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5<socket:[12]>",
      "7 setsockopt(5<socket:[12]>, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0",
      "7 setsockopt(5<socket:[12]>, SOL_SOCKET, SO_KEEPALIVE, [0], 4) = 0",
      "7 setsockopt(5<socket:[12]>, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=5}, 8) = 0",
      "7 setsockopt(5<socket:[12]>, SOL_TCP, TCP_NODELAY, [1], 4) = -1 EBADF (Bad file descriptor)",
      "7 connect(5<socket:[12]>, {sa_family=AF_INET}, 16) = -1 EINPROGRESS (Operation now in progress)",
      "7 bind(5<socket:[12]>, {sa_family=AF_INET}, 16) = -1 EINVAL (Invalid argument)",
      "7 dup2(4<socket:[9]>, 5<socket:[12]>) = 5<socket:[9]>",
    ).slice(1),
  ).toEqual([
    { call: "option", inode: 12, option: "SO_REUSEADDR" },
    { call: "option", inode: 12, option: "SO_LINGER", seconds: 5 },
    { call: "connect", inode: 12 },
    { call: "close", inode: 12 },
  ]);
});

it("makes nothing of what a program could have it print", () => {
  expect(calls("", "<... close resumed>", "7 <... close resumed>) = 0", "x".repeat(10_000), "7 socket(")).toEqual([]);
});

it("sees what is sent through a socket by whatever call, and not what goes elsewhere", () => {
  expect(
    calls(
      "7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3<socket:[5]>",
      '7 write(1<pipe:[9]>, ""..., 12) = 12',
      '7 sendto(3<socket:[5]>, ""..., 14, 0, NULL, 0) = 14',
      '7 write(3<socket:[5]>, ""..., 2) = 2',
      '7 write(3<socket:[5]>, ""..., 2) = -1 EAGAIN (Resource temporarily unavailable)',
    ).slice(1),
  ).toEqual([
    { call: "send", inode: 5 },
    { call: "send", inode: 5 },
  ]);
});
