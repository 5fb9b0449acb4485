import { basename, relative } from "node:path";
import { isJunk, isJunkFolder } from "../handin/junk.ts";

/** The reason why a round is out of date: a file was saved or removed. */
export class Saved {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }
}

/** The changes of a hand-in on disk. */
export interface Changes {
  /** Aborts with the next change, with a `Saved` as the reason. */
  next(): AbortSignal;
  close(): Promise<void>;
}

/** Watches a file or a folder; files that tools leave there do not count, and a file counts once it is written completely. */
export async function watchChanges(path: string): Promise<Changes> {
  const { watch } = await import("chokidar");
  let upcoming = new AbortController();
  const watcher = watch(path, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: settledMs, pollInterval: settledMs / 4 },
    ignored: (entry) => isJunk(relative(path, entry)) || isJunkFolder(basename(relative(path, entry))),
  });
  watcher.on("all", (_, file) => {
    const changed = upcoming;
    upcoming = new AbortController();
    changed.abort(new Saved(file));
  });
  await new Promise<void>((resolve, reject) => watcher.once("ready", resolve).once("error", reject));
  return { next: () => upcoming.signal, close: () => watcher.close() };
}

/** A file whose size has not changed for this long counts as completely written. */
const settledMs = 80;
