import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { binaryTraits } from "./binary-traits.ts";

let build: string;
beforeEach(async () => {
  build = await mkdtemp(join(tmpdir(), "wirecheck-traits-"));
});
afterEach(() => rm(build, { recursive: true, force: true }));

/** An ELF file of 64 bits with one program header of this type, and these words in it. */
function elf(headerType: number, words = ""): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write("\x7fELF", "latin1");
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt32LE(headerType, 64);
  return Buffer.concat([bytes, Buffer.from(words, "latin1")]);
}

const [interpreter, load] = [3, 1];

it.each([
  ["a program that loads libraries", elf(interpreter), false, false],
  ["a static program", elf(load), false, true],
  ["a program of Go, which may name an interpreter", elf(interpreter, "\xff Go buildinf:"), false, true],
  ["a program with AddressSanitizer", elf(interpreter, "__asan_init"), true, false],
  ["a script", Buffer.from("#!/bin/sh\n"), false, false],
  ["nothing", null, false, false],
])("reads of %s how it gets on with limits and libraries", async (_, bytes, isSanitized, bypassesLibraries) => {
  const file = join(build, "program");
  if (bytes !== null) await writeFile(file, bytes);
  const traits = await binaryTraits({ argv: [file], env: {} }, { files: build, build });
  expect(traits).toEqual({ isSanitized, bypassesLibraries });
});
