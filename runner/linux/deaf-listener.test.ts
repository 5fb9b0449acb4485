import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, test } from "vitest";
import { openDeafListener } from "./deaf-listener.ts";
import { openSocketTable } from "./sockets.ts";

test("leaves every attempt to connect without an answer, and the port free afterwards", async () => {
  const port = await freePort();
  const deaf = await openDeafListener("127.0.0.1", port);
  const table = openSocketTable();
  const attempt = connect(port, "127.0.0.1");
  try {
    const tries = () =>
      table.read("all").filter(({ state, remotePort }) => state === "SYN_SENT" && remotePort === port);
    await expect.poll(() => tries().length).toBe(1);
    // An answer would take microseconds; the kernel repeats the SYN after a second.
    expect(await Promise.race([once(attempt, "connect"), timedOut(300)])).toBe("no answer");
  } finally {
    attempt.destroy();
    table.close();
    deaf.close();
  }
  await expect.poll(() => listens(port)).toBe(true);
});

test("says when somebody else has the port", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await expect(openDeafListener("127.0.0.1", port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  server.close();
});

function timedOut(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, ms, "no answer"));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function listens(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  const [event] = await Promise.race([
    once(server, "listening").then(() => ["listening"]),
    once(server, "error").then(() => ["error"]),
  ]);
  server.close();
  return event === "listening";
}
