/** One entry of a folder or archive; folders themselves are left out. */
export interface Member {
  /** Path within the folder or archive, with forward slashes, as it was found: not yet known to be safe. */
  name: string;
  kind: "file" | "link" | "special" | "encrypted";
  /** Size that its archive says it has, in bytes; 0 where nothing is said. */
  declaredBytes: number;
  /** What it holds; to be read, if at all, before the next member is asked for. */
  content(): AsyncIterable<Uint8Array>;
}

/** An archive while it is being unpacked. */
export interface OpenArchive {
  name: string;
  /** Its own size. */
  bytes: number;
  /** What came out of it so far, and what it said would come, junk included. */
  unpackedBytes: number;
  declaredBytes: number;
}

/** Thrown by the readers of archives: the archive, not the machine, is at fault. */
export class DamagedArchive extends Error {
  override name = "DamagedArchive";
  /** Whether a file has no bytes at all, or those of no archive, whatever its name says. */
  readonly isFile: "empty" | "other" | null;

  constructor(reason: string, isFile: "empty" | "other" | null = null) {
    super(reason);
    this.isFile = isFile;
  }
}

/** Passes on what is read from an archive; whatever goes wrong in reading is the archive's fault. */
export async function* fromArchive<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw error instanceof DamagedArchive ? error : new DamagedArchive((error as Error).message);
  }
}
