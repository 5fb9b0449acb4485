import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { UnfinishedLab } from "../spec/unfinished-lab.ts";
import { payloadBytes } from "../steps/support/payload.ts";
import { randomBytes } from "../test-run/random-bytes.ts";
import { certificatesFor } from "../wire/certificates.ts";

/** Lays the files of a lab into a folder, as they lie before a program that is graded. */
export async function layFiles(files: NonNullable<UnfinishedLab["files"]>, folder: string): Promise<void> {
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

/** The words of a command for another working folder: those that name a file of this one do so in full. */
export function fromElsewhere(words: readonly string[], laid: readonly string[]): string[] {
  const isOurs = (word: string) => laid.some((path) => path === word || path.startsWith(`${word}/`));
  return words.map((word) => (word !== "" && !isOurs(word) && existsSync(word) ? resolve(word) : word));
}
