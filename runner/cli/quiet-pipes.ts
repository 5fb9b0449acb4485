/**
 * Lets the reader of standard output or standard error go away, as `head` does, without a complaint: what is left to
 * say is dropped, the work goes on, and the exit status still tells the truth.
 */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    });
  }
}
