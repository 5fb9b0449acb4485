/// <reference lib="dom" />

import type { Connection } from "./connection.ts";

/** Receives what the server sends. */
export interface Listener<M> {
  hear(message: M): void;
  connection(now: Connection): void;
}

/**
 * Listens to every message of the server after `lastId`, until the returned function is called. It reconnects when the
 * server is away, and then gets what it missed.
 */
export function connect<M>(lastId: string, listener: Listener<M>): () => void {
  let last = lastId;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(`events?after=${encodeURIComponent(last)}`);
    source.addEventListener("open", () => listener.connection("open"));
    source.addEventListener("message", ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId;
      listener.hear(JSON.parse(data));
    });
    source.addEventListener("error", () => {
      listener.connection("away");
      // A browser reconnects by itself unless the server refused.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

const againMs = 500;
