import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { gate } from "./gate.ts";
import { isSameToken } from "./token.ts";

/** One page and its requests, below an address of its own. */
export interface Room {
  /** The secret part of its address. */
  token: string;
  routes: Hono;
}

export interface RunningServer {
  port: number;
  addressOf(room: Room): string;
  close(): Promise<void>;
}

/** Thrown when another program uses the port. */
export class PortTaken extends Error {}

/** Serves rooms to browsers on this machine only; a room cannot be found without its token. */
export async function openServer(rooms: readonly Room[], port: number): Promise<RunningServer> {
  const app = new Hono();
  app.use(gate());
  app.use(bodyLimit({ maxSize: mostBodyBytes }));
  app.all("/:token/*", (c) => {
    const room = rooms.find(({ token }) => isSameToken(token, c.req.param("token")));
    if (room === undefined) return c.notFound();
    const within = new URL(c.req.url);
    within.pathname = within.pathname.slice(room.token.length + 1);
    return room.routes.fetch(new Request(within, c.req.raw));
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === "EADDRINUSE" ? new PortTaken(String(port)) : fault;
  });
  const at = (server.address() as AddressInfo).port;
  return {
    port: at,
    addressOf: ({ token }) => `http://127.0.0.1:${at}/${token}/`,
    async close() {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
    },
  };
}

/** Pages send only short orders. */
const mostBodyBytes = 100_000;
