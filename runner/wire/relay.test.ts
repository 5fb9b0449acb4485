import getPort from "get-port";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forwardStream, type RelayManners } from "./relay.ts";
import { TcpListener } from "./tcp-listener.ts";
import { TcpPeer } from "./tcp-peer.ts";
import { Transcript } from "./transcript.ts";

/** A client and a server, with the two ends of a relay between them. */
interface Line {
  transcript: Transcript;
  client: TcpPeer;
  toClient: TcpPeer;
  toServer: TcpPeer;
  server: TcpPeer;
}

let line: Line;
let listeners: TcpListener[] = [];

beforeEach(async () => {
  const transcript = new Transcript();
  const [client, toClient] = await connected("client", "to-client", transcript);
  const [toServer, server] = await connected("to-server", "server", transcript);
  line = { transcript, client, toClient, toServer, server };
});

afterEach(async () => {
  const peers = [line.client, line.toClient, line.toServer, line.server];
  await Promise.all([...peers, ...listeners].map((each) => each.discard()));
  listeners = [];
});

test("passes bytes and the end on, both ways", async () => {
  const over = carry({});
  await line.client.send(Buffer.from("Halo, server!"), null);
  await heard(line.server, "Halo, server!");
  await line.server.send(Buffer.from("Halo, client!"), null);
  line.server.finish();
  await heard(line.client, "Halo, client!");
  await ended(line.client, "orderly");
  line.client.finish();
  await ended(line.server, "orderly");
  await over;
});

test("chops what it passes on into writes of a few bytes", async () => {
  void carry({ chopBytes: 3 });
  await line.server.send(Buffer.from("Halo, client!"), null);
  await heard(line.client, "Halo, client!");
  expect(line.toClient.lastWrites.map(String)).toEqual(["Hal", "o, ", "cli", "ent", "!"]);
});

test("breaks both connections off after so many bytes", async () => {
  void carry({ cutAfterBytes: 4 });
  await line.server.send(Buffer.from("Halo, client!"), null);
  // libuv reports a reset that comes together with bytes as an ordinary end.
  await until(() => line.client.end !== null, line.transcript);
  await ended(line.server, "reset");
  expect(line.toClient.log.sent.map(String)).toEqual(["Halo"]);
});

/** Bytes are passed on with manners on the way back to the client alone. */
async function carry(manners: RelayManners): Promise<void> {
  const { transcript, toClient, toServer } = line;
  const surroundings = { transcript, during: <T>(work: Promise<T>) => work };
  const there = forwardStream(toClient, toServer, {}, surroundings);
  await Promise.all([there, forwardStream(toServer, toClient, manners, surroundings)]);
}

async function connected(near: string, far: string, transcript: Transcript): Promise<[TcpPeer, TcpPeer]> {
  const listener = await TcpListener.open(far, ["127.0.0.1"], await getPort(), transcript);
  listeners.push(listener);
  const one = await TcpPeer.connect(near, { address: "127.0.0.1", port: listener.port }, transcript);
  await until(() => listener.waiting > 0, transcript);
  const other = listener.accept(far);
  if (typeof one === "string" || other === null) throw new Error("not connected");
  return [one, other];
}

const heard = (peer: TcpPeer, text: string) => until(() => peer.inbox.peek().toString() === text, line.transcript);
const ended = (peer: TcpPeer, how: "orderly" | "reset") => until(() => peer.end === how, line.transcript);

function until(condition: () => boolean, transcript: Transcript): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = transcript.subscribe(() => {
      if (!condition()) return;
      unsubscribe();
      resolve();
    });
  });
}
