/**
 * Ignores a closed pipe on standard output or standard error, as `head` leaves one: further output is dropped, the work
 * continues, and the exit status stays correct.
 */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    });
  }
}
