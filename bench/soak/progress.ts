/** What is said while the work goes on. */
interface Progress {
  step(what: string): void;
  say(line: string): void;
  done(): void;
}

/** Shows on a terminal, or every now and then in a log, how far the work is and how long it will still take. */
export function progress(total: number): Progress {
  const { stderr } = process;
  const beganMs = performance.now();
  let done = 0;
  let shownMs = beganMs;
  return {
    step(what) {
      done += 1;
      const nowMs = performance.now();
      if (nowMs - shownMs < (stderr.isTTY ? 200 : 60_000)) return;
      shownMs = nowMs;
      const leftMinutes = (((nowMs - beganMs) / done) * (total - done)) / 60_000;
      const line = `${done} of ${total}, ${what}, ${leftMinutes.toFixed(1)} minutes left`;
      stderr.write(stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    say: (line) => void stderr.write(stderr.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`),
    done: () => void (stderr.isTTY && stderr.write("\r\x1b[K")),
  };
}
