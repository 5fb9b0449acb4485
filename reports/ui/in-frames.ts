/// <reference lib="dom" />

import type { Message } from "./contract.ts";

/** Gathers messages until the browser draws the next time: a server that says much draws no more than one that says little. */
export function inFrames(take: (messages: readonly Message[]) => void): (message: Message) => void {
  let gathered: Message[] = [];
  const flush = () => {
    const messages = gathered;
    gathered = [];
    if (messages.length === 0) return;
    take(messages);
    measure(messages);
  };
  return (message) => {
    gathered.push(message);
    if (gathered.length > 1) return;
    requestAnimationFrame(flush);
    // A page that nobody looks at is not drawn.
    setTimeout(flush, longestMs);
  };
}

const longestMs = 250;

/** How long it took from the first thing that a program did until it is drawn, for the browser's own list of measurements. */
function measure(messages: readonly Message[]): void {
  if (messages.some(({ type }) => type === "run-began")) performance.clearMeasures();
  const seen = messages.find((message) => message.type === "seen");
  if (!seen) return;
  const start = seen.beganAtMs + (seen.events[0]?.atMs ?? 0) - performance.timeOrigin;
  requestAnimationFrame(() => performance.measure("shown", { start, end: performance.now() }));
}
