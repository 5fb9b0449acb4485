import { join } from "node:path";
import type { DeskFiles } from "../../../reports/ui/desk/contract.ts";
import type { Delivery } from "../../class/delivery.ts";
import { filesDigest } from "../../class/fingerprint.ts";
import { withFiles } from "../../class/with-files.ts";
import { isLibraryFile } from "../../handin/junk.ts";
import { openHandIn } from "../../handin/open-hand-in.ts";
import { removeTree } from "../../remove-tree.ts";

interface Opened {
  digest: string;
  texts: ReadonlyMap<string, string>;
}

/** The files of hand-ins, read from where the class was graded; the last few shown are kept in memory. */
export class HandInFiles {
  readonly #read: () => Promise<readonly Delivery[]>;
  readonly #scratch: string;
  readonly #opened = new Map<string, Opened>();
  #deliveries: Promise<readonly Delivery[]> | null = null;
  #count = 0;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /** @param read reads the hand-ins of the class; it may unpack them, and fails when they are gone */
  constructor(read: () => Promise<readonly Delivery[]>, scratch: string) {
    this.#read = read;
    this.#scratch = scratch;
  }

  /**
   * The names of a hand-in's text files.
   *
   * @param graded digest of the files as they were graded
   */
  async list(path: string, graded: string | null): Promise<DeskFiles> {
    const opened = await this.#open(path);
    if (opened === null) return { files: [], are: "gone" };
    return { files: [...opened.texts.keys()], are: opened.digest === graded ? "as-graded" : "changed" };
  }

  /** The text of a file; null when there is no such file. */
  async text(path: string, file: string): Promise<string | null> {
    return (await this.#open(path))?.texts.get(file) ?? null;
  }

  /** Waits for what is being opened, and opens nothing afterwards. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }

  #open(path: string): Promise<Opened | null> {
    const opened = this.#last.then(() => (this.#isClosed ? null : this.#openNow(path)));
    this.#last = opened.catch(() => {});
    return opened;
  }

  async #openNow(path: string): Promise<Opened | null> {
    const delivery = await this.#delivery(path);
    if (delivery === undefined || delivery.refused) return null;
    const digest = await filesDigest(delivery);
    const known = this.#opened.get(path);
    if (known?.digest === digest) return known;
    const opened = { digest, texts: await this.#textsOf(delivery) };
    this.#opened.delete(path);
    this.#opened.set(path, opened);
    const [oldest] = this.#opened.keys();
    if (oldest !== undefined && this.#opened.size > mostOpened) this.#opened.delete(oldest);
    return opened;
  }

  async #delivery(path: string): Promise<Delivery | undefined> {
    this.#deliveries ??= this.#read();
    const deliveries = await this.#deliveries.catch(() => {
      this.#deliveries = null;
      return [];
    });
    return deliveries.find((delivery) => delivery.path === path);
  }

  async #textsOf(delivery: Delivery): Promise<Map<string, string>> {
    const folder = join(this.#scratch, `opened-${this.#count++}`);
    try {
      const opened = await withFiles(delivery, (path) => openHandIn(path, folder)).catch(() => null);
      if (opened === null || "problem" in opened) return new Map();
      const own = opened.files.filter((file) => !isLibraryFile(file)).slice(0, mostFiles);
      return new Map(own.map((file) => [file, opened.read(file)] as const).filter(([, text]) => isText(text)));
    } finally {
      await removeTree(folder);
    }
  }
}

const mostOpened = 20;
const mostFiles = 200;

/** Compiled files and pictures are not text. */
function isText(text: string): boolean {
  return !/[\0\uFFFD]/.test(text.slice(0, 4_000));
}
