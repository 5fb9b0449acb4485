import { once } from "node:events";
import net from "node:net";
import { breakOff, TcpPeer } from "./tcp-peer.ts";
import type { Transcript } from "./transcript.ts";

/** A listening socket that the grader plays for a client under test. */
export class TcpListener {
  readonly transport = "tcp";
  readonly name: string;
  readonly port: number;
  readonly #servers: net.Server[];
  readonly #waiting: net.Socket[] = [];
  readonly #transcript: Transcript;

  private constructor(name: string, port: number, servers: net.Server[], transcript: Transcript) {
    this.name = name;
    this.port = port;
    this.#servers = servers;
    this.#transcript = transcript;
    for (const server of servers) server.on("connection", (socket: net.Socket) => this.#arrived(socket));
  }

  /** Listens on the port at every given address (IP literals); an address the machine lacks is left out. */
  static async open(
    name: string,
    addresses: readonly string[],
    port: number,
    transcript: Transcript,
  ): Promise<TcpListener> {
    const opened = await Promise.all(addresses.map((address) => listenOn(address, port)));
    const servers = opened.filter((server) => server !== null);
    if (servers.length === 0) throw new Error(`the grader could not listen on port ${port} at ${addresses.join(", ")}`);
    transcript.record(name, "listen", { detail: `port ${port}` });
    return new TcpListener(name, port, servers, transcript);
  }

  /** Listens at a path of this machine; `shown` is what it is called. */
  static async openPath(name: string, path: string, shown: string, transcript: Transcript): Promise<TcpListener> {
    const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
    server.listen({ path, writableAll: true, readableAll: true });
    await once(server, "listening");
    transcript.record(name, "listen", { detail: shown });
    return new TcpListener(name, 0, [server], transcript);
  }

  /** Connections that wait to be accepted. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether a connection waits to be accepted; nothing is read from it until it is. */
  holds({ localPort, remotePort }: { localPort: number; remotePort: number }): boolean {
    return this.#waiting.some((socket) => socket.localPort === localPort && socket.remotePort === remotePort);
  }

  /** Takes the oldest waiting connection under a name of its own; null when none waits. */
  accept(name: string): TcpPeer | null {
    const socket = this.#waiting.shift();
    return socket === undefined ? null : TcpPeer.accepted(name, socket, this.#transcript);
  }

  /** Stops listening and breaks off the connections nobody accepted. */
  async discard(): Promise<void> {
    for (const socket of this.#waiting.splice(0)) breakOff(socket);
    await Promise.all(
      this.#servers.map(async (server) => {
        if (!server.listening) return;
        const closed = once(server, "close");
        server.close();
        await closed;
      }),
    );
  }

  #arrived(socket: net.Socket): void {
    socket.on("error", () => {});
    this.#waiting.push(socket);
    const from = socket.remotePort === undefined ? {} : { detail: `from port ${socket.remotePort}` };
    this.#transcript.record(this.name, "connect", from);
  }
}

async function listenOn(host: string, port: number): Promise<net.Server | null> {
  const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true });
  server.listen({ host, port, ipv6Only: host.includes(":") });
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}
