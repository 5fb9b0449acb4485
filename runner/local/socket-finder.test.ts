import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { endTimeWait } from "../linux/end-time-wait.ts";
import { listers } from "./list-sockets.ts";
import { chooseSocketFinder } from "./socket-finder.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** A process whose child listens over TCP, and itself over UDP; both say where. */
const parent = `
const { spawn } = require("node:child_process");
const listen = 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => console.log(s.address().port))';
const socket = require("node:dgram").createSocket("udp4");
socket.bind(0, "127.0.0.1", () => {
  const child = spawn(process.execPath, ["-e", listen], { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.on("data", (port) => console.log(JSON.stringify([Number(port), socket.address().port])));
});`;

describe.each(["ss", "lsof", "procNet"] as const)("with %s", (name) => {
  it("finds the sockets of a program and of what it started, and no others", async ({ skip }) => {
    skip(listers[name]() === null, `${name} does not work here`);
    const finder = await chooseSocketFinder([listers[name]]);
    const child = spawn(process.execPath, ["-e", parent], { stdio: ["ignore", "pipe", "inherit"] });
    const other = spawn(process.execPath, ["-e", parent], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child, other);
    const [line] = await once(child.stdout, "data");
    await once(other.stdout, "data");
    const [tcp, udp] = JSON.parse(`${line}`) as [number, number];
    const holder = { pid: child.pid ?? 0, isRunning: true, likelyPorts: [] };
    const ports = (protocol?: "tcp" | "udp") => finder.serving(holder, protocol).map(({ localPort }) => localPort);
    await vi.waitFor(() => expect(ports().sort()).toEqual([tcp, udp].sort()));
    expect(ports("tcp")).toEqual([tcp]);
    expect(ports("udp")).toEqual([udp]);
    expect(finder.keptFrom([tcp], "tcp", [])).toMatchObject({ port: tcp });
    expect(finder.keptFrom([udp], "tcp", [])).toBeNull();
    spawnSync("pkill", ["-KILL", "-P", `${child.pid}`]);
    spawnSync("pkill", ["-KILL", "-P", `${other.pid}`]);
  });
});

it.runIf(process.platform === "linux")("finds connections in TIME_WAIT, which can be ended", async () => {
  const finder = await chooseSocketFinder();
  const server = createServer((connection) => connection.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = connect(port, "127.0.0.1").resume();
  await once(client, "close");
  // As long as somebody serves there, connecting would disturb that.
  expect(finder.lingering([port])).toEqual([]);
  server.close();
  await once(server, "close");
  const [socket] = finder.lingering([port]);
  expect(socket).toMatchObject({ state: "TIME_WAIT", localPort: port });
  expect(finder.keptFrom([port], "tcp", [])).toEqual({ port, pid: null });
  if (socket) await endTimeWait(socket);
  expect(finder.keptFrom([port], "tcp", [])).toBeNull();
});

it("says so where the system shows no sockets", async () => {
  await expect(chooseSocketFinder([() => null, () => []])).rejects.toThrow("lsof is missing");
});
