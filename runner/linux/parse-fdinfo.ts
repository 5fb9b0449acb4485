/** The descriptors in an epoll set, in ascending order, from `/proc/<pid>/fdinfo/<fd>`; proc_pid_fdinfo(5). */
export function parseEpollSet(text: string): number[] {
  return [...text.matchAll(/^tfd:\s*(\d+)/gm)].map((match) => Number(match[1])).sort((a, b) => a - b);
}

/** Milliseconds until a timerfd fires, from its fdinfo; null when it is not armed. */
export function parseTimerRemainingMs(text: string): number | null {
  const match = /^it_value: \((\d+), (\d+)\)/m.exec(text);
  if (match === null) return null;
  const remainingMs = Number(match[1]) * 1000 + Number(match[2]) / 1e6;
  return remainingMs === 0 ? null : remainingMs;
}
