import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, expect, it, vi } from "vitest";
import { check } from "./support/check.ts";
import { Workplace } from "./support/workplace.ts";

// These tests use the machine's ports, so they run one at a time.
vi.setConfig({ maxConcurrency: 1 });

const place = new Workplace();
afterAll(() => place.remove());

const local = ["--tier", "local", "--program", "server"];

it("gives a correct program full marks, and says that they are provisional", async () => {
  const options = [...local, "--only", "echo-text", "next-client", "interrupt", "restart", "silent-server-log"];
  const result = await check("tcp-echo-once", "reference/tcp-echo-once/python", ...options);
  expect(result.isolation).toMatchObject({ tier: "local", network: false, sandbox: false });
  expect(result.score).toBe(result.maxScore);
  expect(result.tests.find(({ id }) => id === "silent-server-log")?.unplayable?.en).toMatch(/^Tier local/);
  const shown = await place.run(
    "check",
    "tcp-echo-once",
    "reference/tcp-echo-once/python",
    ...local,
    "--only",
    "starts",
  );
  expect(shown.stdout).toMatch(/^[^\n]*\nProvisional: this is your own computer\./);
});

it.each([
  ["tcp-echo-once", "wrong-port", ["uses-given-port"]],
  ["tcp-echo-once", "closes-early", ["echo-1024"]],
])("takes marks from %s of %s as tier full does", async (lab, name, tests) => {
  const options = ["--program", "server", "--only", ...tests];
  const folder = `fixtures/${lab}/${name}`;
  const verdicts = async (tier: string) => {
    const result = await check(lab, folder, ...options, "--tier", tier);
    expect(result.tests.map(({ status }) => status)).toContain("failed");
    return result.tests.map(({ id, status }) => `${id} ${status}`);
  };
  expect(await verdicts("local")).toEqual(await verdicts("best"));
});

/** Closes first, so that its port stays in TIME_WAIT for a minute, has the port in its source, and does not set SO_REUSEADDR. */
const closesFirst = (port: number) => `
import socket
server = socket.socket()
server.bind(("127.0.0.1", ${port}))
server.listen()
connection, _ = server.accept()
print(connection.recv(1024).decode())
connection.sendall(b"Hello, client!")
connection.close()
server.close()
`;

it("ends what an earlier run has left in TIME_WAIT, so that the server can have its port", async () => {
  await gradeTwice(place.server(closesFirst(await freePort())));
});

async function gradeTwice(handIn: string): Promise<void> {
  for (let run = 0; run < 2; run++) {
    const result = await check("hello", handIn, ...local, "--only", "server-starts", "server-closes");
    expect(result.tests.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "server-starts passed",
      "server-closes passed",
    ]);
  }
}

it("says who has the port that a program needs, and takes no marks", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const run = await place.run("check", "hello", place.server(closesFirst(port)), ...local, "--only", "server-starts");
  const calls = `import socket\nsocket.create_connection(("localhost", ${port}))\n`;
  const folder = place.handIn({ "client.py": calls });
  const client = await check("hello", folder, "--tier", "local", "--program", "client", "--only", "client-connects");
  other.close();
  expect(client.tests.map(({ status, message }) => `${status} ${message}`)).toEqual([
    `error listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
  ]);
  expect(run.status).toBe(3);
  expect(run.stdout + run.stderr).toMatch(
    new RegExp(`port\\s+${port}\\s+is\\s+taken\\s+by\\s+another\\s+program.*process\\s+${process.pid}`, "s"),
  );
});

it("makes no marks that count", async () => {
  const run = await place.run("grade", "tcp-echo-once", "fixtures", "--tier", "local", "--out", place.temporary);
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/^error: tier local is for checking one's own work[^\n]*\n$/);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
