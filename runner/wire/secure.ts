import { once } from "node:events";
import type net from "node:net";
import tls from "node:tls";

/** How the grader speaks TLS: as a client it trusts an authority, as a server it shows a certificate. */
export type Security = { authority: string; name: string } | { certificate: string; key: string };

/**
 * Begins TLS on a connection; resolves with the stream in it or, if the handshake fails, with the error code of OpenSSL or the system
 * (`closed` if the peer closed the connection without an error).
 */
export async function secure(socket: net.Socket, security: Security): Promise<tls.TLSSocket | string> {
  // The TLS stream copies this setting: a peer that shuts down writing during the handshake has closed the connection.
  socket.allowHalfOpen = false;
  const secured = "name" in security ? asClient(socket, security) : asServer(socket, security);
  // After a failed handshake the connection is closed.
  return secured.catch((error: NodeJS.ErrnoException & { reason?: string }) => {
    socket.destroy();
    return error.code ?? error.reason ?? error.message;
  });
}

async function asClient(socket: net.Socket, { authority, name }: { authority: string; name: string }) {
  const secured = tls.connect({ socket, ca: authority, servername: name });
  await Promise.race([once(secured, "secureConnect"), gone(socket)]);
  secured.allowHalfOpen = true;
  return secured;
}

async function asServer(socket: net.Socket, options: { certificate: string; key: string }) {
  const server = tls.createServer({ cert: options.certificate, key: options.key });
  const refused = once(server, "tlsClientError").then(([error]) => Promise.reject(error));
  const secured = once(server, "secureConnection").then(([stream]) => stream as tls.TLSSocket);
  server.emit("connection", socket);
  const stream = await Promise.race([secured, refused, gone(socket)]);
  // Not before the handshake is complete: see `secure`.
  stream.allowHalfOpen = true;
  return stream;
}

async function gone(socket: net.Socket): Promise<never> {
  await new Promise((resolve) => socket.once("close", resolve));
  // An error that explains why is reported before this.
  await new Promise((resolve) => setImmediate(resolve));
  throw Object.assign(new Error("the connection was closed"), { code: "closed" });
}
