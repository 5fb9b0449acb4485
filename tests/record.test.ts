import dgram from "node:dgram";
import { once } from "node:events";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { check } from "./support/check.ts";
import { nothingLeft, type Run, Workplace } from "./support/workplace.ts";

let place: Workplace;
let lab: string;
beforeEach(async () => {
  place = new Workplace();
  lab = join(place.folder, "shout");
  expect((await place.run("init", lab)).status).toBe(0);
});
afterEach(() => {
  expect(place.leftovers()).toEqual(nothingLeft);
  place.remove();
});

/** The port that the recorder names. */
async function portOf({ said, child, ended }: Run): Promise<number> {
  for (;;) {
    const [, port] = /port (\d+)/.exec(said.stderr) ?? [];
    if (port !== undefined) return Number(port);
    await Promise.race([once(child.stderr ?? child, "data"), ended.then(({ stderr }) => Promise.reject(stderr))]);
  }
}

async function dial(port: number): Promise<net.Socket> {
  const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  await once(socket, "connect");
  return socket;
}

async function ask(socket: net.Socket, words: string): Promise<string> {
  socket.write(words);
  const [bytes] = (await once(socket, "data")) as [Buffer];
  return bytes.toString();
}

async function recorded(run: Run): Promise<{ text: string; steps: unknown[] }> {
  run.child.kill("SIGINT");
  const { status, stdout, stderr } = await run.ended;
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^Talk to localhost/) });
  return { text: stdout, steps: (parse(stdout) as { steps: unknown[] }[])[0]?.steps ?? [] };
}

it("lays the lab's files before the server, and asks for no tests", async () => {
  const file = join(lab, "lab.yaml");
  const programs = `${readFileSync(file, "utf8").split("tests:")[0]}files: { mail/1: { text: Halo } }\n`;
  writeFileSync(file, programs.replace(/^points: .*\n/m, ""));
  const script =
    "import os, socket, sys; s = socket.create_server(('', int(sys.argv[2])))\nc, _ = s.accept()\nc.sendall((sys.argv[3] + ' ' + open('mail/1').read() + '\\r\\n').encode())\nc.recv(9)";
  const own = join(place.folder, "server.py");
  writeFileSync(own, script);
  const run = place.start(["record", lab, "--", "python3", own, "--port", "{port}", "mail"]);
  const socket = await dial(await portOf(run));
  await once(socket, "data");
  socket.end();
  await once(socket, "end");
  const { steps } = await recorded(run);
  expect(steps.slice(0, 2)).toEqual([{ connect: "alice" }, { "expect-line": { at: "alice", is: "mail Halo" } }]);
});

it("writes a conversation down as a test, which the server passes and a flawed one fails", async () => {
  const server = join(lab, "reference/python/server.py");
  const run = place.start(["record", lab, "--", "python3", server]);
  const port = await portOf(run);
  const [one, two] = [await dial(port), await dial(port)];
  expect(await ask(one, "halo {x}\n")).toBe("HALO {X}\n");
  expect(await ask(two, "dua\r\n")).toBe("DUA\n");
  expect(await ask(one, "1\n")).toBe("1\n");
  two.resume().end();
  await once(two, "end");
  // The server answers a line without its newline only when the client has ended, so the order is the same at any speed.
  one.resume().end("last");
  await once(one, "end");
  const { text, steps } = await recorded(run);
  expect(steps).toEqual([
    { connect: "alice" },
    { connect: "bob" },
    { send: { from: "alice", hex: Buffer.from("halo {x}\n").toString("hex") } },
    { "expect-line": { at: "alice", is: "HALO {X}" } },
    { send: { from: "bob", crlf: "dua" } },
    { "expect-line": { at: "bob", is: "DUA" } },
    { send: { from: "alice", line: "1" } },
    { "expect-line": { at: "alice", is: "1" } },
    { close: "bob" },
    { send: { from: "alice", text: "last" } },
    { finish: "alice" },
    { expect: { at: "alice", text: "LAST" } },
    { "expect-close": "alice" },
  ]);

  appendFileSync(join(lab, "lab.yaml"), text);
  const good = await check(lab, join(lab, "reference/python"), "--only", "recorded");
  expect(good.tests.map(({ id, status }) => [id, status])).toEqual([["recorded", "passed"]]);
  const flawed = await check(lab, join(lab, "fixtures/small-letters"), "--only", "recorded");
  expect(flawed.tests.map(({ id, status }) => [id, status])).toEqual([["recorded", "failed"]]);
});

const labOfDatagrams = `
id: shout
title: Shouting datagrams
points: 1
programs: { server: { kind: server, transport: udp, files: ["*.py"], port: { argument: 2 } } }
tests: [{ id: starts, points: 1, title: It starts, why: It must., steps: [expect-listening: server] }]
`;

const datagrams = `import socket, sys, time
time.sleep(0.5)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", int(sys.argv[2])))
while True:
    data, who = s.recvfrom(1024)
    s.sendto(data.upper() if data != b"quit" else b"\\xff\\x00", who)
    if data == b"quit": break
`;

it("writes datagrams down, waits for a server that is slow to start, and ends with it", async () => {
  writeFileSync(join(lab, "lab.yaml"), labOfDatagrams);
  const run = place.start(["record", lab, "--", "python3", join(place.handIn({ "udp.py": datagrams }), "udp.py")]);
  const port = await portOf(run);
  const client = dgram.createSocket("udp4");
  for (const word of ["halo", "1", "quit"]) {
    client.send(word, port, "127.0.0.1");
    await once(client, "message");
  }
  client.close();
  const { status, stdout } = await run.ended;
  expect(status).toBe(0);
  expect((parse(stdout) as { steps: unknown[] }[])[0]?.steps).toEqual([
    { connect: "alice" },
    { send: { from: "alice", text: "halo" } },
    { expect: { at: "alice", text: "HALO" } },
    { send: { from: "alice", text: "1" } },
    // The oldest datagram without an identical reply is another one, so the text itself is expected.
    { expect: { at: "alice", text: "1" } },
    { send: { from: "alice", text: "quit" } },
    { expect: { at: "alice", hex: "ff00" } },
  ]);
});

it.each([
  ["a server that is not there", ["--", "no-such-server"], "`no-such-server` could not be started: ENOENT"],
  ["nobody who talks", ["--", "true"], "there is nothing to record"],
  ["a program that is none of the lab's", ["--program", "sever", "--", "true"], "did you mean `server`?"],
  ["a port that is none", ["--listen", "x", "--", "true"], "a whole number from 1 to 65535"],
])("says what is wrong with %s", async (_, args, sentence) => {
  const { status, stdout, stderr } = await place.run("record", lab, ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
});
