import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { filesDigest } from "../class/fingerprint.ts";
import { openHandIn } from "../handin/open-hand-in.ts";
import { packFiles, unpackFiles } from "./pack-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pack-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The paths of a hand-in after it was packed and unpacked. */
async function sent(...sources: string[]): Promise<string[]> {
  return unpackFiles(await packFiles(sources), join(folder, "there"));
}

const digest = (sources: readonly string[]) =>
  filesDigest({
    ...{ path: "x", platform: "folder", owners: [], submittedAt: null, late: null, attempt: null, refused: null },
    sources: sources.map((from) => ({ from, name: "same" })),
  });

it("brings files and folders as they were", async () => {
  const here = join(folder, "here");
  await mkdir(join(here, "budi/lib/empty"), { recursive: true });
  await writeFile(join(here, "budi/server.py"), "print(1)\n");
  await writeFile(join(here, "budi/lib/Ünïcode name.bin"), Buffer.from([0, 255, 10, 13]));
  await writeFile(join(here, "lab.zip"), "not really");
  const sources = [join(here, "budi"), join(here, "lab.zip")];
  const there = await sent(...sources);
  expect(there.map((path) => path.slice(folder.length))).toEqual(["/there/0/budi", "/there/1/lab.zip"]);
  expect(await digest(there)).toBe(await digest(sources));
});

it.each<[string, (hand: string) => Promise<unknown>]>([
  ["a link", (hand) => symlink("/etc/passwd", join(hand, "data.txt"))],
  ["a named pipe", async (hand) => execFileSync("mkfifo", [join(hand, "pipe")])],
  [
    "a file that is too large",
    (hand) => writeFile(join(hand, "film"), "x").then(() => truncate(join(hand, "film"), 2 ** 36)),
  ],
  [
    "a name that is not UTF-8",
    (hand) => writeFile(Buffer.concat([Buffer.from(`${hand}/`), Buffer.from([0xff, 0xfe])]), "x"),
  ],
  [
    "two names that differ in capital letters alone",
    async (hand) => {
      await writeFile(join(hand, "a.py"), "");
      await writeFile(join(hand, "A.py"), "");
    },
  ],
  ["nothing at all", (hand) => rm(join(hand, "server.py"))],
])("what is refused here is refused there in the same words: %s", async (_, spoil) => {
  const hand = join(folder, "here/citra");
  await mkdir(hand, { recursive: true });
  await writeFile(join(hand, "server.py"), "");
  await spoil(hand);
  const [there] = await sent(hand);
  const problem = await openHandIn(hand, join(folder, "opened-here"));
  expect(problem).toMatchObject({ problem: { code: expect.any(String) } });
  expect(await openHandIn(there as string, join(folder, "opened-there"))).toEqual(problem);
});

it("lays nothing out beside its folder", async () => {
  const entries = Buffer.from(JSON.stringify([{ path: "0/../../evil", kind: "file", bytes: 0, packed: 0 }]));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(entries.length);
  const packed = deflateRawSync(Buffer.concat([length, entries]));
  await expect(unpackFiles(packed, join(folder, "there"))).rejects.toThrow('a packed file has the path "0/../../evil"');
});
