/// <reference lib="dom" />

/** Gathers messages until the browser draws the next frame, so that many messages do not cause more drawing. */
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
    // A hidden page is not drawn, so a timer is needed, too.
    setTimeout(flush, longestMs);
  };
}

const longestMs = 250;

/**
 * Records how long it takes until an event is drawn, as a measurement of the browser's performance API.
 *
 * @param atMs when it happened, on the clock of Date.now()
 */
export function measureShown(atMs: number): void {
  const start = atMs - performance.timeOrigin;
  requestAnimationFrame(() => performance.measure("shown", { start, end: performance.now() }));
}
