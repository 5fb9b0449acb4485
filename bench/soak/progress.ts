/** Messages while the work runs. */
interface Progress {
  step(what: string): void;
  say(line: string): void;
  done(): void;
}

/** Shows progress and the remaining time, on a terminal or at intervals in a log. */
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
