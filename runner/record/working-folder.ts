import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { UnfinishedLab } from "../spec/unfinished-lab.ts";
import { payloadBytes } from "../steps/support/payload.ts";
import { randomBytes } from "../test-run/random-bytes.ts";
import { certificatesFor } from "../wire/certificates.ts";

/** Writes the files of a lab into a folder, as programs find them when they are graded. */
export async function writeLabFiles(files: NonNullable<UnfinishedLab["files"]>, folder: string): Promise<void> {
  const certificates = await certificatesFor(["localhost", "127.0.0.1", "::1"]);
  const bytesOf = (name: string): Buffer =>
    payloadBytes(
      files[name] ?? { text: "" },
      {
        random: (length) => randomBytes("record", name, length),
        payload: () => Buffer.alloc(0),
        file: bytesOf,
        pem: (which) => Buffer.from(certificates[which]),
      },
      name,
    );
  for (const path of Object.keys(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytesOf(path));
  }
}

/** The words of a command for another working folder: names of existing files become full paths, except those of the lab's files. */
export function withFullPaths(words: readonly string[], labFiles: readonly string[]): string[] {
  const isOfLab = (word: string) => labFiles.some((path) => path === word || path.startsWith(`${word}/`));
  return words.map((word) => (word !== "" && !isOfLab(word) && existsSync(word) ? resolve(word) : word));
}
