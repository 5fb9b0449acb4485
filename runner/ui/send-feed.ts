import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Feed, Published } from "./feed.ts";

/** Sends a feed to a page, from the message it read last until it disconnects. */
export function sendFeed<M>(c: Context, feed: Feed<M>): Response {
  const after = c.req.header("last-event-id") ?? c.req.query("after");
  return streamSSE(c, async (stream) => {
    const waiting: Published<M>[] = [];
    let wake = () => {};
    const unsubscribe = feed.read(after, (published) => {
      waiting.push(published);
      wake();
    });
    stream.onAbort(() => {
      unsubscribe();
      wake();
    });
    await stream.writeSSE({ data: "", event: "open", retry: retryMs });
    while (!stream.aborted) {
      for (const { id, message } of waiting.splice(0)) await stream.writeSSE({ id, data: JSON.stringify(message) });
      if (waiting.length > 0 || stream.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  });
}

/** How long a page waits before it reconnects. */
const retryMs = 500;
