import { on } from "node:events";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { Parser, type ReadEntry } from "tar";
import { DamagedArchive, fromArchive, type Member } from "./member.ts";

/** The files of a tar archive, compressed or not; `DamagedArchive` is thrown where it cannot be read to its end. */
export async function* tarMembers(archive: string | Buffer): AsyncGenerator<Member> {
  const source = typeof archive === "string" ? createReadStream(archive) : Readable.from([archive]);
  const parser = new Parser({ strict: true });
  let open: ReadEntry | null = null;
  // An error comes from the parser alone: without this, the reader of a member would wait for its rest for ever.
  parser.on("error", (error: Error) => {
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
      // The parser goes on only when the member was read or let go.
      entry.resume();
    }
    if (!open) throw new DamagedArchive("no tar archive, or an empty one");
  } finally {
    source.destroy();
  }
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
