import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { withPaths } from "../arena/environment.ts";
import type { PreparedCommand } from "../model/prepared-program.ts";

/** What an executable file shows about memory limits and libraries that its program needs or ignores. */
export interface BinaryTraits {
  /**
   * Whether it was compiled with AddressSanitizer (`-fsanitize=address`), as C courses advise. It reserves terabytes that it
   * never touches.
   */
  isSanitized: boolean;
  /** Whether it makes system calls without the C library (static programs and Go programs), so that LD_PRELOAD has no effect. */
  bypassesLibraries: boolean;
}

/** Reads the file that a command executes; a script or a missing file has no such traits. */
export async function binaryTraits(
  { argv: [file = ""] }: PreparedCommand,
  place: { files: string; build: string },
): Promise<BinaryTraits> {
  const path = resolve(place.files, withPaths(file, { home: place.files, build: place.build }));
  const binary = await readFile(path).catch(() => null);
  if (!binary?.subarray(0, elfMagic.length).equals(elfMagic)) return { isSanitized: false, bypassesLibraries: false };
  return {
    isSanitized: binary.includes("__asan_init"),
    bypassesLibraries: binary.includes(goMagic) || !namesInterpreter(binary),
  };
}

const elfMagic = Buffer.from("\x7fELF", "latin1");
/** See the Go package debug/buildinfo. */
const goMagic = Buffer.from("\xff Go buildinf:", "latin1");

/** Whether the file names a dynamic linker (PT_INTERP), which loads libraries; see elf(5). For 64-bit files only. */
function namesInterpreter(binary: Buffer): boolean {
  const interpreter = 3;
  const [offset, size, count] = [Number(binary.readBigUInt64LE(32)), binary.readUInt16LE(54), binary.readUInt16LE(56)];
  const headers = Array.from({ length: count }, (_, index) => offset + index * size);
  return headers.some((at) => at + 4 <= binary.length && binary.readUInt32LE(at) === interpreter);
}
