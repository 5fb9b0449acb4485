import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ArchiveFile } from "./carried-files.ts";

/** Writes these files as a zip archive, with the rights that they need. */
export async function writeZip(target: string, files: readonly ArchiveFile[]): Promise<void> {
  const zip = new ZipFile();
  for (const { path, from, isExecutable = false } of files) {
    const options = { mode: isExecutable ? 0o100755 : 0o100644 };
    if ("file" in from) zip.addFile(from.file, path, options);
    else zip.addBuffer(Buffer.from(from.content), path, options);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}
