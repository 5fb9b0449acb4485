/// <reference lib="dom" />

/** Gathers messages until the browser draws the next time: a server that says much draws no more than one that says little. */
export function inFrames<M>(take: (messages: readonly M[]) => void): (message: M) => void {
  let gathered: M[] = [];
  const flush = () => {
    const messages = gathered;
    gathered = [];
    if (messages.length > 0) take(messages);
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

/**
 * Notes how long it takes until something that happened is drawn, in the browser's own list of measurements.
 *
 * @param atMs when it happened, on the clock of Date.now()
 */
export function measureShown(atMs: number): void {
  const start = atMs - performance.timeOrigin;
  requestAnimationFrame(() => performance.measure("shown", { start, end: performance.now() }));
}
