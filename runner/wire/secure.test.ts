import { once } from "node:events";
import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { type CertificateFlaw, certificatesFor } from "./certificates.ts";
import { type Security, secure } from "./secure.ts";

const right = await certificatesFor(["localhost", "127.0.0.1"]);
const client = { authority: right.authority, name: "localhost" };
const open: net.Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

/** What each side makes of a connection: the protocol, or why there is none; one that does not speak TLS says `words`. */
async function shakeHands(server: Security | { words: string }, dialled: Security | { words: string }) {
  const listener = net.createServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const arrival = once(listener, "connection");
  const { port } = listener.address() as net.AddressInfo;
  const sockets = [net.connect({ port, host: "127.0.0.1", allowHalfOpen: true }), (await arrival)[0] as net.Socket];
  listener.close();
  const sides = sockets.map(async (socket, index) => {
    open.push(socket);
    socket.on("error", () => {});
    const side = index === 0 ? dialled : server;
    if ("words" in side) return void socket.end(side.words);
    const stream = await secure(socket, side);
    return typeof stream === "string" ? stream : stream.getProtocol();
  });
  const [ofClient, ofServer] = await Promise.all(sides);
  return { ofClient, ofServer };
}

test("both sides agree where the authority is trusted", async () => {
  expect(await shakeHands(right, client)).toEqual({ ofClient: "TLSv1.3", ofServer: "TLSv1.3" });
});

test.each([
  ["untrusted", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ["expired", "CERT_HAS_EXPIRED"],
  ["wrong-name", "ERR_TLS_CERT_ALTNAME_INVALID"],
] as [CertificateFlaw, string][])(
  "a certificate that is %s is refused, which both sides hear of",
  async (flaw, why) => {
    const ends = await shakeHands(await right.flawed(flaw), client);
    expect(ends).toEqual({ ofClient: why, ofServer: "ECONNRESET" });
  },
);

test("who does not speak TLS is told from who does", async () => {
  expect((await shakeHands({ words: "220 ready\r\n" }, client)).ofClient).toBe("ERR_SSL_WRONG_VERSION_NUMBER");
  expect((await shakeHands(right, { words: "GET / HTTP/1.0\r\n\r\n" })).ofServer).toBe("ERR_SSL_HTTP_REQUEST");
});
