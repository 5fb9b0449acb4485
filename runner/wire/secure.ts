import { once } from "node:events";
import type net from "node:net";
import tls from "node:tls";

/** How the grader speaks TLS: as a client it trusts an authority, as a server it shows a certificate. */
export type Security = { authority: string; name: string } | { certificate: string; key: string };

/**
 * Begins TLS on a connection; resolves with the stream in it, or with the reason why there is none, as OpenSSL or the system calls it
 * (`closed` where the other side has left without a word).
 */
export async function secure(socket: net.Socket, security: Security): Promise<tls.TLSSocket | string> {
  // The stream takes this over: who leaves in the middle of the handshake has left altogether.
  socket.allowHalfOpen = false;
  const secured = "name" in security ? asClient(socket, security) : asServer(socket, security);
  // Where it is given up, the connection is let go of; who waits for its end hears of it.
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
  // Not before: who leaves in the middle of the handshake has left.
  stream.allowHalfOpen = true;
  return stream;
}

async function gone(socket: net.Socket): Promise<never> {
  await new Promise((resolve) => socket.once("close", resolve));
  // What went wrong is told first, where anybody tells it.
  await new Promise((resolve) => setImmediate(resolve));
  throw Object.assign(new Error("the connection was closed"), { code: "closed" });
}
