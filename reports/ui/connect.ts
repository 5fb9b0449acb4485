/// <reference lib="dom" />

import type { Connection } from "./connection.ts";

/** Who hears what the server says. */
export interface Listener<M> {
  hear(message: M): void;
  connection(now: Connection): void;
}

/**
 * Hears everything that the server says after a message, until the returned function is called. A server that goes away is waited
 * for; one that comes back says what was missed.
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
      // A browser tries again by itself unless the answer was a refusal.
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
