import type { Evidence, SourceLine } from "../evidence.ts";
import { sourcesOf } from "./sources.ts";

/** A format of Python's `struct` that names no byte order, so that the machine's own order and alignment are taken. */
export interface NativeFormat extends SourceLine {
  format: string;
  packs: boolean;
  /** Its size in bytes as the machine lays it out, and without the padding. */
  size: number;
  packedSize: number;
}

/** Those with a number of several bytes in them. */
export function nativeFormats(evidence: Evidence): NativeFormat[] {
  if (evidence.language !== "Python") return [];
  return sourcesOf(evidence).flatMap(({ file, text }) =>
    text.split("\n").flatMap((line, at) =>
      [
        ...line.matchAll(/\b(?<call>pack|unpack|unpack_from|pack_into)\s*\(\s*f?["'](?<format>@?[BbHhIiLlQq]+)["']/g),
      ].flatMap(({ groups }) => {
        const format = (groups?.format ?? "").replace("@", "");
        const sizes = [...format].map((letter) => sizeOf[letter.toLowerCase()] ?? 0);
        if (sizes.every((size) => size < 2)) return [];
        const size = sizes.reduce((sum, each) => Math.ceil(sum / each) * each + each, 0);
        const packedSize = sizes.reduce((sum, each) => sum + each, 0);
        return [{ file, line: at + 1, format, packs: groups?.call?.startsWith("pack") ?? false, size, packedSize }];
      }),
    ),
  );
}

/** As on the machines on which programs are graded: l has eight bytes there, and four with an order before it. */
const sizeOf: Record<string, number> = { b: 1, h: 2, i: 4, l: 8, q: 8 };

/** The bytes that such a format made at this place, with each number turned round. */
export function turnedRound(bytes: Buffer, start: number, { format }: NativeFormat): Buffer {
  const turned = Buffer.from(bytes);
  let at = start;
  for (const letter of format) {
    const size = sizeOf[letter.toLowerCase()] ?? 1;
    at = Math.ceil((at - start) / size) * size + start;
    turned.subarray(at, at + size).reverse();
    at += size;
  }
  return turned;
}

/**
 * Whether the bytes are the numbers that are due, laid out by this format: with gaps of zeros between them, and each in
 * either order. Of the last ones only the beginning may have come, but something behind a gap must have.
 */
export function holdsPadded(came: Buffer, due: Buffer, { format }: NativeFormat): boolean {
  let [at, dueAt, gaps] = [0, 0, 0];
  for (const letter of format) {
    const size = sizeOf[letter.toLowerCase()] ?? 1;
    const start = Math.ceil(at / size) * size;
    if (came.length <= start) break;
    if (came.subarray(at, start).some((byte) => byte !== 0)) return false;
    const [number, wanted] = [came.subarray(start, start + size), due.subarray(dueAt, dueAt + size)];
    const turned = Buffer.from(wanted).reverse();
    const isSame = [wanted, turned].some((each) => each.subarray(0, number.length).equals(number));
    if (wanted.length < size || !isSame) return false;
    gaps += start - at;
    at = start + size;
    dueAt += size;
  }
  return gaps > 0;
}
