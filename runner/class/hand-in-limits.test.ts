import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handInLimits } from "../handin/limits.ts";
import { openHandIn } from "../handin/open-hand-in.ts";
import { filesDigest } from "./fingerprint.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wirecheck-limits-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Hand-ins that must be refused without reading them whole, which takes minutes or never ends. */
const tooMuch: Record<string, { make(path: string): void; refused: object }> = {
  "a file of 100 GB in a folder": {
    make: (path) => sparse(join(path, "server.py")),
    refused: { code: "file-too-large", file: "server.py" },
  },
  "a file of 100 GB": { make: sparse, refused: { code: "file-too-large" } },
  "a pipe in a folder": {
    make: (path) => pipe(join(path, "server.py")),
    refused: { code: "special-file", file: "server.py" },
  },
  "a pipe": { make: pipe, refused: { code: "special-file" } },
  "folders within folders": {
    make: (path) => mkdirSync(join(path, ..."abcdefghijklmnopqrstuvwxyz0123456789"), { recursive: true }),
    refused: { code: "unsafe-name", why: "long" },
  },
  "files without end": {
    make(path) {
      mkdirSync(path);
      for (let file = 0; file <= handInLimits.files; file += 1) writeFileSync(join(path, `${file}`), "");
    },
    refused: { code: "too-many-files" },
  },
  "an archive whose junk grows": {
    make: (path) => writeFileSync(path, gzipSync(tar("node_modules/zeros", 64 << 20))),
    refused: { code: "compression-ratio" },
  },
  "an archive that grows behind a fault": {
    make(path) {
      const archive = tar("server.py", 256 << 20);
      archive.write("a link's", 157);
      writeFileSync(path, gzipSync(withChecksum(archive)));
    },
    refused: { code: "damaged-archive" },
  },
};

describe.each(Object.entries(tooMuch))("%s", (_, { make, refused }) => {
  it("is refused, and has a digest all the same", async () => {
    const path = join(folder, "hand-in");
    make(path);
    expect(await openHandIn(path, join(folder, "scratch"))).toMatchObject({ problem: refused });
    const delivery = { path, platform: "plain", sources: [{ from: path, name: "hand-in" }], owners: [], refused: null };
    const digest = () => filesDigest({ ...delivery, submittedAt: null, late: null, attempt: null } as never);
    expect(await digest()).toBe(await digest());
  });
});

function sparse(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  truncateSync(path, 100 * 2 ** 30);
}

function pipe(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  spawnSync("mkfifo", [path]);
}

/** A tar archive that holds one file of zeros. */
function tar(name: string, bytes: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write("0000644\0", 100);
  header.write(`${bytes.toString(8).padStart(11, "0")}\0`, 124);
  header.write("0", 156);
  header.write("ustar\0", 257);
  return withChecksum(Buffer.concat([header, Buffer.alloc(bytes + 1024)]));
}

/** The sum of the first header's bytes, its own as spaces. */
function withChecksum(archive: Buffer): Buffer {
  archive.write(" ".repeat(8), 148);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return archive;
}
