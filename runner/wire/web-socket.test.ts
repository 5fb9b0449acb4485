import { once } from "node:events";
import net from "node:net";
import { expect, test } from "vitest";
import { openWebSocket } from "./web-socket.ts";

const accepted = Buffer.from("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");

/** What a client says and hears if a server answers its handshake with these pieces, one after the other, and then ends. */
async function talk(pieces: readonly Buffer[]): Promise<{ heard: string[]; said: Buffer }> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const heard: string[] = [];
  const said: Buffer[] = [];
  const ended = new Promise<void>((resolve) => {
    const client = openWebSocket(
      { port: (server.address() as net.AddressInfo).port, path: "/id" },
      { onOpen: () => client.send("hello"), onMessage: (text) => heard.push(text), onEnd: resolve },
    );
  });
  const [socket] = (await once(server, "connection")) as [net.Socket];
  server.close();
  socket.setNoDelay().on("error", () => {});
  socket.on("data", (bytes) => said.push(bytes));
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  for (const piece of pieces) await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
  socket.end();
  await Promise.all([ended, closed]);
  return { heard, said: Buffer.concat(said) };
}

function frame(length: number[], text: string, opcode = 0x81): Buffer {
  return Buffer.concat([Buffer.from([opcode, ...length]), Buffer.from(text)]);
}

test("asks for the path, and masks what it says", async () => {
  const { said } = await talk([accepted]);
  const end = said.indexOf("\r\n\r\n") + 4;
  expect(said.toString("latin1", 0, end)).toMatch(/^GET \/id HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\n/);
  const [mask, words] = [said.subarray(end + 2, end + 6), said.subarray(end + 6)];
  expect([...said.subarray(end, end + 2)]).toEqual([0x81, 0x85]);
  expect(Buffer.from(words.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString()).toBe("hello");
});

test("hears messages of every length, in whatever pieces they come, and no other frames", async () => {
  const [long, huge] = ["é".repeat(200), "x".repeat(70_000)];
  const stream = Buffer.concat([
    accepted,
    frame([2], "ab"),
    frame([1], "!", 0x89),
    frame([126, 1, 144], long),
    frame([127, 0, 0, 0, 0, 0, 1, 0x11, 0x70], huge),
  ]);
  const whole = ["ab", long, huge];
  expect((await talk([stream])).heard).toEqual(whole);
  const cuts = [1, accepted.length - 1, accepted.length + 1, accepted.length + 5, accepted.length + 8, stream.length];
  const pieces = cuts.map((cut, index) => stream.subarray(cuts[index - 1] ?? 0, cut));
  expect((await talk(pieces)).heard).toEqual(whole);
});

test.each([
  ["no WebSocket server", [Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"), frame([2], "ab")]],
  ["an endless answer to the handshake", [Buffer.alloc(64 * 1024, "x")]],
  [
    "a message without bounds",
    [accepted, frame([127, 255, 255, 255, 255, 255, 255, 255, 255], ""), Buffer.alloc(5 * 1024 * 1024)],
  ],
])("hears nothing of %s, and ends", async (_, pieces) => {
  expect((await talk(pieces)).heard).toEqual([]);
});

test("ends where nobody listens", async () => {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  await new Promise<void>((resolve) => {
    openWebSocket({ port, path: "/" }, { onOpen: expect.unreachable, onMessage: expect.unreachable, onEnd: resolve });
  });
});
