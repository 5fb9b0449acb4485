import dgram from "node:dgram";
import { once } from "node:events";
import type { Heard, Recorder } from "./heard.ts";

/** Forwards datagrams between clients and the server on that port, and records them. */
export async function recordDatagrams(serverPort: number, port = 0): Promise<Recorder> {
  const heard: Heard[] = [];
  const clients = new Map<string, Towards>();
  const socket = dgram.createSocket("udp4");
  socket.on("message", (bytes, { address, port: from }) => {
    const key = `${address} ${from}`;
    const number = [...clients.keys()].indexOf(key);
    const towards = clients.get(key) ?? open(key, { address, port: from });
    heard.push({ client: number < 0 ? clients.size - 1 : number, kind: "sent", bytes });
    towards.send(bytes);
  });
  function open(key: string, client: { address: string; port: number }): Towards {
    const number = clients.size;
    const towards = new Towards(serverPort, (bytes) => {
      heard.push({ client: number, kind: "received", bytes });
      socket.send(bytes, client.port, client.address);
    });
    clients.set(key, towards);
    heard.push({ client: number, kind: "connected" });
    return towards;
  }
  socket.bind(port);
  await once(socket, "listening");
  return {
    heard,
    port: socket.address().port,
    end() {
      socket.close();
      for (const each of clients.values()) each.close();
    },
  };
}

/** How long a server that was just started may take until it has bound its port. */
const longestStartMs = 5_000;

/** The socket that stands for one client at the server; after an ICMP error it sends the last datagram again. */
class Towards {
  readonly #socket = dgram.createSocket("udp4");
  readonly #startMs = performance.now();
  #last: Buffer | null = null;
  #isConnected = false;
  #isClosed = false;

  constructor(port: number, hears: (bytes: Buffer) => void) {
    this.#socket.on("message", hears);
    this.#socket.on("connect", () => {
      this.#isConnected = true;
      this.#send();
    });
    this.#socket.on("error", () => {
      if (performance.now() - this.#startMs < longestStartMs) setTimeout(() => this.#send(), 50);
    });
    this.#socket.connect(port, "127.0.0.1");
  }

  send(bytes: Buffer): void {
    this.#last = bytes;
    if (this.#isConnected) this.#send();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket.close();
  }

  #send(): void {
    if (!this.#isClosed && this.#last !== null) this.#socket.send(this.#last);
  }
}
