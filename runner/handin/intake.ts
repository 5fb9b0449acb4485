import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isJunk, mayBeNeeded } from "./junk.ts";
import { handInLimits as limits } from "./limits.ts";
import type { Member, OpenArchive } from "./member.ts";
import { safePath } from "./member-name.ts";
import type { HandInProblem } from "./problem.ts";
import { normaliseSource } from "./source-text.ts";

/** Copies members into a folder, one by one, and refuses the first that is unsafe or too large. */
export class Intake {
  readonly #folder: string;
  /** The path of every file taken, and of every folder above one, by the path in lower case. */
  readonly #spellings = new Map<string, { path: string; isFolder: boolean }>();
  readonly #made = new Set<string>();
  #files = 0;
  #entries = 0;
  #bytes = 0;
  #declaredBytes = 0;

  /** Paths that were passed over as junk but may be needed, depending on other files. */
  readonly passedOver: string[] = [];
  readonly #wants: (path: string) => boolean;

  /** @param wants whether the file at a path is taken. @default all except junk */
  constructor(folder: string, wants = (path: string) => !isJunk(path)) {
    this.#folder = folder;
    this.#wants = wants;
  }

  /**
   * Reads a member if it is to be kept: its path below `prefix`, and its bytes; null for junk.
   */
  async read(
    member: Member,
    prefix: string,
    archive: OpenArchive | null,
  ): Promise<{ path: string; bytes: Buffer } | { problem: HandInProblem } | null> {
    this.#entries += 1;
    if (this.#entries > limits.entries) return { problem: { code: "too-many-files", limit: limits.files } };
    this.#declaredBytes += member.declaredBytes;
    if (archive && this.#declaredBytes > limits.streamedBytes) return this.#tooLarge();
    const whole = `${prefix}${member.name}`;
    const path = this.#wants(whole) ? this.#accept(member, prefix, archive?.name ?? "") : null;
    if (path !== null && typeof path !== "string") return path;
    // Checked before reading: passing over a member takes as long as reading it.
    if (archive && says(archive, member.declaredBytes)) return growsTooMuch(archive);
    if (path === null) {
      if (whole.split("/").some(mayBeNeeded) && this.passedOver.length < mostPassedOver) this.passedOver.push(whole);
      return null;
    }
    const chunks: Uint8Array[] = [];
    let fileBytes = 0;
    for await (const chunk of member.content()) {
      chunks.push(chunk);
      fileBytes += chunk.length;
      this.#bytes += chunk.length;
      if (fileBytes > limits.fileBytes) return fileTooLarge(path);
      if (this.#bytes > limits.totalBytes) return this.#tooLarge();
      if (archive && grows(archive, chunk.length)) return growsTooMuch(archive);
    }
    return { path, bytes: Buffer.concat(chunks) };
  }

  /** Writes a file that was read; scripts and programs become executable, even if the archive does not say so. */
  async write(path: string, bytes: Buffer): Promise<HandInProblem | null> {
    const clash = this.#claim(path);
    if (clash) return clash;
    const target = join(this.#folder, path);
    const content = normaliseSource(path, bytes);
    const isProgram = /^(?:#!|\x7fELF)/.test(content.subarray(0, 4).toString("latin1"));
    await this.#makeFolder(dirname(target));
    await writeFile(target, content, { flag: "wx" });
    if (isProgram) await chmod(target, 0o755);
    return null;
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await mkdir(folder, { recursive: true });
    this.#made.add(folder);
  }

  #accept(member: Member, prefix: string, archive: string): string | { problem: HandInProblem } {
    if (member.name.includes("\uFFFD")) return { problem: { code: "name-encoding", file: member.name } };
    const safe = safePath(member.name);
    if ("why" in safe) return { problem: { code: "unsafe-name", file: member.name, why: safe.why } };
    const path = `${prefix}${safe.path}`;
    if (member.kind === "link") return { problem: { code: "link", file: path } };
    if (member.kind === "special") return { problem: { code: "special-file", file: path } };
    if (member.kind === "encrypted") return { problem: { code: "encrypted-archive", archive, file: path } };
    if (member.declaredBytes > limits.fileBytes) return fileTooLarge(path);
    this.#files += 1;
    if (this.#files > limits.files) return { problem: { code: "too-many-files", limit: limits.files } };
    return path;
  }

  /** No two files may have names that differ only in case, and no file the name of a folder. */
  #claim(path: string): HandInProblem | null {
    const parts = path.split("/");
    const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
    for (const [claimed, isFolder] of [...folders.map((folder) => [folder, true] as const), [path, false] as const]) {
      const key = claimed.normalize("NFC").toLowerCase();
      const taken = this.#spellings.get(key);
      if (taken && !(isFolder && taken.isFolder && taken.path === claimed)) {
        return { code: "name-clash", first: taken.path, second: claimed };
      }
      this.#spellings.set(key, { path: claimed, isFolder });
    }
    return null;
  }

  #tooLarge(): { problem: HandInProblem } {
    return { problem: { code: "too-large", limitBytes: limits.totalBytes } };
  }
}

const mostPassedOver = 50_000;

function grows(archive: OpenArchive, bytes: number): boolean {
  archive.unpackedBytes += bytes;
  return archive.unpackedBytes > mostBytes(archive);
}

function says(archive: OpenArchive, bytes: number): boolean {
  archive.declaredBytes += bytes;
  return archive.declaredBytes > mostBytes(archive);
}

function mostBytes({ bytes }: OpenArchive): number {
  return Math.max(limits.ratioFromBytes, bytes * limits.ratio);
}

function growsTooMuch({ name }: OpenArchive): { problem: HandInProblem } {
  return { problem: { code: "compression-ratio", archive: name, ratio: limits.ratio } };
}

function fileTooLarge(file: string): { problem: HandInProblem } {
  return { problem: { code: "file-too-large", file, limitBytes: limits.fileBytes } };
}
