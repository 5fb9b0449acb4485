/** One entry of a folder or archive that is not itself a folder. */
export interface Member {
  /** Path within the folder or archive, with forward slashes, as it was found: not yet known to be safe. */
  name: string;
  kind: "file" | "link" | "special" | "encrypted";
  /** Its size in bytes as the archive declares it; 0 if it does not. */
  declaredBytes: number;
  /** Its content; must be read, if at all, before the next member is requested. */
  content(): AsyncIterable<Uint8Array>;
}

/** An archive while it is being unpacked. */
export interface OpenArchive {
  name: string;
  /** Its own size. */
  bytes: number;
  /** The bytes unpacked so far, and the bytes that it declared for its members so far, including junk. */
  unpackedBytes: number;
  declaredBytes: number;
}

/** Thrown by the readers of archives: the fault is in the archive, not in the machine. */
export class DamagedArchive extends Error {
  override name = "DamagedArchive";
  /** empty: the file has no bytes; other: it is not an archive, although its name says so; null: it is a damaged archive. */
  readonly isFile: "empty" | "other" | null;

  constructor(reason: string, isFile: "empty" | "other" | null = null) {
    super(reason);
    this.isFile = isFile;
  }
}

/** Passes on what is read from an archive; any error while reading becomes a `DamagedArchive`. */
export async function* fromArchive<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw error instanceof DamagedArchive ? error : new DamagedArchive((error as Error).message);
  }
}
