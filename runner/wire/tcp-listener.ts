import { once } from "node:events";
import net from "node:net";
import { breakOff } from "./break-off.ts";
import { openAll } from "./open-all.ts";
import { type Security, secure } from "./secure.ts";
import { TcpPeer } from "./tcp-peer.ts";
import type { Transcript } from "./transcript.ts";

/** A listening socket that the grader plays for a client under test. */
export class TcpListener {
  readonly transport = "tcp";
  readonly name: string;
  readonly port: number;
  readonly #servers: net.Server[];
  readonly #waiting: Arrived[] = [];
  readonly #security: Security | null;
  /** Connections on which the TLS handshake is not complete. */
  readonly #shaking = new Set<net.Socket>();
  /** Why the TLS handshake failed on other connections: what `secure` returned. */
  readonly failures: string[] = [];
  readonly #transcript: Transcript;

  private constructor(
    name: string,
    port: number,
    servers: net.Server[],
    transcript: Transcript,
    security: Security | null,
  ) {
    this.name = name;
    this.#security = security;
    this.port = port;
    this.#servers = servers;
    this.#transcript = transcript;
    for (const server of servers) server.on("connection", (socket: net.Socket) => this.#arrived(socket));
  }

  /** Listens on the port at every given address (IP literals); addresses that the machine does not have are left out. */
  static async open(
    name: string,
    addresses: readonly string[],
    port: number,
    transcript: Transcript,
    security: Security | null = null,
  ): Promise<TcpListener> {
    const opening = addresses.map((address) => listenOn(address, port, security === null));
    const servers = await openAll(opening, (server) => server.close());
    if (servers.length === 0) throw new Error(`the grader could not listen on port ${port} at ${addresses.join(", ")}`);
    transcript.record(name, "listen", { detail: `port ${port}` });
    return new TcpListener(name, port, servers, transcript, security);
  }

  /** Listens at a path of this machine; `shown` is how the transcript names it. */
  static async openPath(
    name: string,
    { path, shown }: { path: string; shown: string },
    transcript: Transcript,
    security: Security | null = null,
  ): Promise<TcpListener> {
    const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: security === null });
    server.listen({ path, writableAll: true, readableAll: true });
    await once(server, "listening");
    transcript.record(name, "listen", { detail: shown });
    return new TcpListener(name, 0, [server], transcript, security);
  }

  /** Connections that wait to be accepted. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether a client has connected and its TLS handshake is not complete. */
  get shakesHands(): boolean {
    return this.#shaking.size > 0;
  }

  /** Whether a connection waits to be accepted; nothing is read from it until it is. */
  holds({ localPort, remotePort }: { localPort: number; remotePort: number }): boolean {
    return this.#waiting.some(({ raw }) => raw.localPort === localPort && raw.remotePort === remotePort);
  }

  /** Accepts the oldest waiting connection as a peer with that name; null if none waits. */
  accept(name: string): TcpPeer | null {
    const arrived = this.#waiting.shift();
    return arrived === undefined ? null : TcpPeer.accepted(name, arrived.stream, this.#transcript, arrived.raw);
  }

  /** Stops listening: later connections are refused, and those that wait are reset. Accepted connections stay open. */
  async close(): Promise<void> {
    this.#transcript.record(this.name, "closed");
    this.#resetWaiting();
    // Not awaited: Node closes a server only after all its connections have ended.
    for (const server of this.#servers) server.close();
  }

  /** Stops listening and resets the connections that were not accepted. */
  async discard(): Promise<void> {
    this.#resetWaiting();
    await Promise.all(
      this.#servers.map(async (server) => {
        if (!server.listening) return;
        const closed = once(server, "close");
        server.close();
        await closed;
      }),
    );
  }

  #resetWaiting(): void {
    for (const { raw } of this.#waiting.splice(0)) breakOff(raw);
    for (const raw of this.#shaking) breakOff(raw);
  }

  #arrived(socket: net.Socket): void {
    socket.on("error", () => {});
    if (this.#security === null) this.#waiting.push({ stream: socket, raw: socket });
    else void this.#shakeHands(socket, this.#security);
    const from = socket.remotePort === undefined ? {} : { detail: `from port ${socket.remotePort}` };
    this.#transcript.record(this.name, "connect", from);
  }

  async #shakeHands(raw: net.Socket, security: Security): Promise<void> {
    this.#shaking.add(raw);
    const stream = await secure(raw, security);
    this.#shaking.delete(raw);
    if (typeof stream === "string") this.failures.push(stream);
    else {
      stream.on("error", () => {});
      this.#waiting.push({ stream, raw });
    }
    this.#transcript.wake();
  }
}

/** A connection that has arrived, and the stream on it: the same socket, unless TLS is used. */
interface Arrived {
  stream: net.Socket;
  raw: net.Socket;
}

async function listenOn(host: string, port: number, waits: boolean): Promise<net.Server | null> {
  const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: waits, noDelay: true });
  server.listen({ host, port, ipv6Only: host.includes(":") });
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}
