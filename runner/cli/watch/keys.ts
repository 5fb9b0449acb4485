import { emitKeypressEvents } from "node:readline";

/** What a key asks `wirecheck watch` for. */
export type Key = "again" | "failed" | "quit";

/** The keys that are pressed while `wirecheck watch` runs. */
export interface Keys {
  /** Whether there is a terminal at which they can be pressed. */
  isThere: boolean;
  /** Aborts at the next key, with what it asks for as the reason. */
  next(): AbortSignal;
  close(): void;
}

/** Listens to the keyboard where standard input is a terminal; a pipe has no keys. */
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

/** In raw mode the terminal makes no signals of Ctrl-C and Ctrl-D. */
function meaningOf({ name = "", ctrl = false }: { name?: string; ctrl?: boolean }): Key | null {
  if (ctrl) return name === "c" || name === "d" ? "quit" : null;
  return keys[name] ?? null;
}

const keys: Readonly<Record<string, Key>> = {
  ...{ r: "again", return: "again", enter: "again" },
  ...{ f: "failed", q: "quit", escape: "quit" },
};
