import { on } from "node:events";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Parser, type ReadEntry } from "tar";
import { firstBytes } from "./first-bytes.ts";
import { DamagedArchive, fromArchive, type Member } from "./member.ts";

/** The files of a tar archive, compressed or not; throws `DamagedArchive` if it cannot be read to its end. */
export async function* tarMembers(archive: string | Buffer): AsyncGenerator<Member> {
  const stored = typeof archive === "string" ? createReadStream(archive) : Readable.from([archive]);
  const head = typeof archive === "string" ? await firstBytes(archive) : archive;
  // Decompressed here, piece by piece: the parser would decompress all of a bomb, even after the first error in it.
  const source = isGzip(head) ? stored.pipe(createGunzip()) : stored;
  stored.on("error", (error: Error) => source.destroy(error));
  const parser = new Parser({ strict: true });
  let open: ReadEntry | null = null;
  // Errors are reported only by the parser: without this, the reader of a member would wait for its rest for ever.
  parser.on("error", (error: Error) => {
    source.unpipe();
    source.destroy();
    open?.destroy(error);
  });
  source.on("error", (error: Error) => parser.abort(error));
  const entries = on(parser, "entry", { close: ["end"] }) as AsyncIterable<[ReadEntry]>;
  source.pipe(parser as unknown as NodeJS.WritableStream);
  try {
    for await (const [entry] of fromArchive(entries)) {
      open = entry;
      entry.on("error", () => {});
      if (entry.type !== "Directory") yield toMember(entry);
      // The parser goes on only after the member was read or discarded.
      entry.resume();
    }
    if (!open) throw new DamagedArchive("not a tar archive, or an empty one");
  } finally {
    source.unpipe();
    source.destroy();
    stored.destroy();
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function toMember(entry: ReadEntry): Member {
  return {
    name: entry.path,
    kind: kinds[entry.type] ?? "special",
    declaredBytes: entry.size,
    content: () => fromArchive(entry as AsyncIterable<Uint8Array>),
  };
}

const kinds: Partial<Record<ReadEntry["type"], Member["kind"]>> = {
  File: "file",
  OldFile: "file",
  ContiguousFile: "file",
  Link: "link",
  SymbolicLink: "link",
};
