import { dirname, join } from "node:path";
import { journalFile } from "../../class/journal.ts";
import type { Desk } from "./desk.ts";
import { notesFile } from "./notes.ts";

/** Tells a desk of changes in its folder and in the files that decide marks. */
export async function watchClass(desk: Desk): Promise<{ close(): Promise<void> }> {
  const { watch } = await import("chokidar");
  const { folder } = desk.setup.store;
  const journal = journalFile(folder);
  const [run, settings] = [join(folder, "class.json"), join(folder, "settings.json")];
  const isOwn = (path: string) => path !== folder && dirname(path) === folder;
  const watcher = watch([folder, ...desk.reading.inputs], {
    ignoreInitial: true,
    // The journal tells of results; a file that is being written has another extension.
    ignored: (path, stats) => isOwn(path) && (stats?.isDirectory() || path.endsWith(".wirecheck-new")),
    depth: 0,
  });
  watcher.on("all", (_, path) => {
    if (path === journal) return void desk.hear();
    const isInput = desk.reading.inputs.includes(path) || path === settings || path === notesFile(folder);
    if (path !== run && !isInput) return;
    void desk.refresh().then(() => {
      if (path === run) desk.lookAtAll();
      watcher.add([...desk.reading.inputs]);
    });
  });
  await new Promise<void>((resolve, reject) => watcher.once("ready", resolve).once("error", reject));
  // What happened before the watch began.
  void desk.hear();
  return { close: () => watcher.close() };
}
