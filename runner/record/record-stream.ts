import { once } from "node:events";
import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Heard, Recorder } from "./heard.ts";

/** Forwards every TCP connection at this port, or at a free one, to the server on `serverPort`, and records the bytes. */
export async function recordStream(serverPort: number, port = 0): Promise<Recorder> {
  const heard: Heard[] = [];
  const sockets = new Set<net.Socket>();
  let clients = 0;
  const listener = net.createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    const number = clients++;
    heard.push({ client: number, kind: "connected" });
    void join(number, client);
  });
  async function join(number: number, client: net.Socket): Promise<void> {
    sockets.add(client);
    const server = await dial(serverPort);
    if (server === null) return void client.resetAndDestroy();
    sockets.add(server);
    forward(client, server, (kind, bytes) => heard.push({ client: number, kind, ...(bytes && { bytes }) }));
  }
  listener.listen(port);
  await once(listener, "listening");
  return {
    heard,
    port: (listener.address() as net.AddressInfo).port,
    end() {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function forward(client: net.Socket, server: net.Socket, hear: (kind: Heard["kind"], bytes?: Buffer) => void): void {
  client.on("data", (bytes: Buffer) => {
    hear("sent", bytes);
    server.write(bytes);
  });
  server.on("data", (bytes: Buffer) => {
    hear("received", bytes);
    client.write(bytes);
  });
  client.on("end", () => {
    hear("client-ended");
    server.end();
  });
  server.on("end", () => {
    hear("server-ended");
    client.end();
  });
  client.on("error", () => {
    hear("client-reset");
    server.resetAndDestroy();
  });
  server.on("error", () => {
    hear("server-ended");
    client.resetAndDestroy();
  });
  client.resume();
}

/** How long a server that was just started may take until it listens. */
const longestStartMs = 5_000;

async function dial(port: number): Promise<net.Socket | null> {
  for (const startMs = performance.now(); performance.now() - startMs < longestStartMs; await delay(50)) {
    for (const host of ["127.0.0.1", "::1"]) {
      const socket = net.connect({ host, port, allowHalfOpen: true });
      const isConnected = await once(socket, "connect").then(
        () => true,
        () => false,
      );
      if (isConnected) return socket;
    }
  }
  return null;
}
