import { emitKeypressEvents } from "node:readline";

/** What a pressed key means to `wirecheck watch`. */
export type Key = "again" | "failed" | "quit";

/** The keys that are pressed while `wirecheck watch` runs. */
export interface Keys {
  /** Whether there is a terminal. */
  isThere: boolean;
  /** Aborts at the next key, with the `Key` as the reason. */
  next(): AbortSignal;
  close(): void;
}

/** Listens to the keyboard if standard input is a terminal. */
export function listenToKeys(stdin: NodeJS.ReadStream = process.stdin): Keys {
  if (!stdin.isTTY) return { isThere: false, next: () => new AbortController().signal, close() {} };
  let upcoming = new AbortController();
  const press = (_: string | undefined, pressed: { name?: string; ctrl?: boolean }) => {
    const key = meaningOf(pressed);
    if (key === null) return;
    const before = upcoming;
    upcoming = new AbortController();
    before.abort(key);
  };
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on("keypress", press).resume();
  return {
    isThere: true,
    next: () => upcoming.signal,
    close() {
      stdin.off("keypress", press).setRawMode(false);
      stdin.pause();
    },
  };
}

/** In raw mode Ctrl-C sends no signal and Ctrl-D no end of input. */
function meaningOf({ name = "", ctrl = false }: { name?: string; ctrl?: boolean }): Key | null {
  if (ctrl) return name === "c" || name === "d" ? "quit" : null;
  return keys[name] ?? null;
}

const keys: Readonly<Record<string, Key>> = {
  ...{ r: "again", return: "again", enter: "again" },
  ...{ f: "failed", q: "quit", escape: "quit" },
};
