import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { mostUnasked } from "./flood.ts";
import { TcpPeer } from "./tcp-peer.ts";
import { Transcript } from "./transcript.ts";

it.each([
  ["closes", "orderly", (socket: net.Socket) => socket.end("reply")],
  ["resets", "reset", (socket: net.Socket) => socket.write("reply") && socket.resetAndDestroy()],
])("knows whether a remote end that answers %s the connection", async (_, how, end) => {
  const { peer, other, server, transcript } = await connected();
  const over = new Promise<void>((resolve) => void transcript.subscribe(() => peer.end !== null && resolve()));
  // The last bytes and the end arrive together.
  end(other);
  await over;
  expect([peer.end, String(peer.inbox.peek())]).toEqual([how, "reply"]);
  await peer.discard();
  server.close();
});

it("counts a flood that nobody asked for, but does not keep it, and keeps all that a step waits for", async () => {
  for (const wanted of [0, 3 * mostUnasked]) {
    const { peer, other, server, transcript } = await connected();
    peer.wants(wanted);
    const all = new Promise<void>((resolve) => {
      transcript.subscribe(() => peer.receivedBytes === 3 * mostUnasked && resolve());
    });
    for (let part = 0; part < 3; part++) other.write(Buffer.alloc(mostUnasked, part));
    await all;
    const kept = [peer.inbox.length, peer.heard.length, Buffer.concat(peer.log.received).length];
    if (wanted > 0) expect(kept).toEqual([wanted, wanted, wanted]);
    else expect(Math.max(...kept)).toBeLessThanOrEqual(mostUnasked);
    expect(peer.inbox.peek().subarray(0, 1000)).toEqual(Buffer.alloc(1000));
    await peer.discard();
    server.close();
  }
});

it("sends back what it had received, and then what comes as it comes", async () => {
  const { peer, other, server, transcript } = await connected();
  const heard = new Promise<void>((resolve) => void transcript.subscribe(() => peer.inbox.length === 5 && resolve()));
  other.write("early");
  await heard;
  peer.echo();
  expect(String((await once(other, "data"))[0])).toBe("early");
  other.write("late");
  expect(String((await once(other, "data"))[0])).toBe("late");
  await peer.discard();
  server.close();
});

async function connected() {
  const server = net.createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, "connection") as Promise<[net.Socket]>;
  const transcript = new Transcript();
  const peer = (await TcpPeer.connect("bob", { address: "127.0.0.1", port }, transcript)) as TcpPeer;
  const [other] = await accepted;
  // It is told by a reset that the peer is gone.
  other.on("error", () => {});
  return { server, transcript, peer, other };
}
