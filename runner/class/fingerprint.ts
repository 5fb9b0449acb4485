import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { folderMembers, isOwnFolder } from "../handin/read-folder.ts";
import type { Lab } from "../spec/lab.ts";
import type { Terms } from "./class-run.ts";
import type { Delivery } from "./delivery.ts";

/** Digest of all that decides what is observed beside the hand-in's own files: not the language, for texts are made anew. */
export function termsDigest({ language: _, ...terms }: Terms): string {
  return sha256(JSON.stringify(Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Digest of what a lab plays: points, titles and the like are those of the lab whenever marks are made. */
export function labDigest({
  title: _title,
  points: _points,
  questions: _questions,
  unsteady: _unsteady,
  ...lab
}: Lab): string {
  const tests = lab.tests.map(
    ({ title: _ofTest, why: _why, points: _worth, optional: _optional, visibility: _visibility, ...played }) => played,
  );
  return sha256(JSON.stringify({ ...lab, tests }));
}

/** Digest of the files of a hand-in as they were delivered, archives unopened, without what tools leave beside them. */
export async function filesDigest({ sources, refused }: Delivery): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(refused));
  for (const { from, name } of sources) {
    if (!(await stat(from)).isDirectory()) await addFile(name, createReadStream(from));
    else
      for await (const member of folderMembers(from, isOwnFolder))
        await addFile(`${name}/${member.name}`, member.kind === "file" ? member.content() : []);
  }
  return hash.digest("hex");

  async function addFile(name: string, content: AsyncIterable<Uint8Array> | Uint8Array[]): Promise<void> {
    const own = createHash("sha256");
    await pipeline(content, own);
    hash.update(`${name}\0${own.digest("hex")}\0`);
  }
}

/** A seed for a whole class that every machine which sees the same hand-ins arrives at, and that no student can know. */
export function classSeed(labDigest: string, filesDigests: readonly string[]): number {
  return Number.parseInt(sha256([labDigest, ...filesDigests].join("\n")).slice(0, 8), 16);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
