import { crc32 } from "node:zlib";
import * as z from "zod";
import { references } from "./references.ts";

/** Where the bytes of a list's `payload` entries come from. */
interface Source {
  payload(name: string): Buffer;
  file(name: string): Buffer;
}

/** One field of a list: its length, and its bytes once those of the others are known. */
interface Entry {
  length: number;
  write(all: Buffer, at: number): Buffer;
}

const number = /^(u8|u16|u24|u32|u64|i8|i16|i32|i64)(le)? +(\S.*)$/;
const widths = { "8": 1, "16": 2, "24": 3, "32": 4, "64": 8 } as const;

const field = z.string();
references.add(field, { to: "field" });

/** The file or the named payload that a field of a list takes its bytes from; null if it takes none. */
export function namedIn(entry: string): { to: "file" | "payload"; name: string } | null {
  const [, to, name] = /^(?:part .+ of )?(file|payload) ([^{}]+)$/.exec(entry) ?? [];
  return name === undefined ? null : { to: to as "file" | "payload", name };
}

/** A list of fields, one after another, as in the messages of protocols: `[u8 3, u16 1, text "abc"]`. */
export const byteList = z
  .array(field)
  .superRefine((entries, context) => {
    for (const [index, entry] of entries.entries()) {
      const fault = /[{}]/.test(entry) ? unknownWord(entry) : faultOf(entry);
      if (fault) context.addIssue({ code: "custom", path: [index], message: fault, params: { about: "key" } });
    }
  })
  .describe(
    'Fields one after another: u8 to u64 and i8 to i64 with a number, length (of the bytes after it), length-all (of all bytes), checksum (Internet checksum of all bytes, with this field as 0; RFC 1071), crc32 (of the bytes after it) or crc32-before (of the bytes before it), in network order or with le after the word in little endian (u16le); text "…", hex …, zeros 4, raw …, payload …, file …, part 512 512 of file … (from byte 512, at most 512)',
  );

/**
 * The bytes of a list of fields.
 *
 * @throws Error if an entry is not a field after its expressions were replaced
 */
export function bytesOf(entries: readonly string[], source: Source): Buffer {
  const parsed = entries.map((entry) => parse(entry, source));
  const fault = parsed.find((entry): entry is string => typeof entry === "string");
  if (fault !== undefined) throw new Error(fault);
  const fields = parsed as Entry[];
  const all = Buffer.alloc(fields.reduce((sum, { length }) => sum + length, 0));
  // Checksums are computed last, from the last field to the first, because each covers other bytes.
  const places: { field: Entry; at: number; isSum: boolean }[] = [];
  let at = 0;
  for (const [index, field] of fields.entries()) {
    places.push({ field, at, isSum: /^\S+ +(checksum|crc32|crc32-before)$/.test(entries[index] ?? "") });
    at += field.length;
  }
  const crcLast = [...places.filter(({ isSum }) => !isSum), ...places.filter(({ isSum }) => isSum).reverse()];
  for (const { field, at: place } of crcLast) field.write(all, place).copy(all, place);
  return all;
}

/** The Internet checksum (RFC 1071) of some bytes: the complement of the sum of their 16-bit words. */
export function internetChecksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}

function faultOf(entry: string): string | null {
  const parsed = parse(entry, { payload: () => Buffer.alloc(0), file: () => Buffer.alloc(0) });
  return typeof parsed === "string" ? parsed : null;
}

/** Checks a field with an expression, whose value is known only when the test is played: only its first word is checked. */
function unknownWord(entry: string): string | null {
  const [word = ""] = entry.split(" ", 1);
  return /[{}]/.test(word) || words.test(word) ? null : noField(entry);
}

const words = /^([ui](8|16|24|32|64)(le)?|text|raw|hex|zeros|payload|file|part)$/;

function noField(entry: string): string {
  return `\`${entry}\` is not a field: write u8, u16, u32, text, hex, zeros, raw, payload, file or part and a value`;
}

function parse(entry: string, source: Source): Entry | string {
  const [, type, little, value = ""] = number.exec(entry) ?? [];
  if (type !== undefined) return numberField(type, little !== undefined, value);
  const [word, rest = ""] = [entry.split(" ", 1)[0], entry.slice(entry.indexOf(" ") + 1)];
  switch (word) {
    case "text":
      return constant(Buffer.from(rest.replace(/^"(.*)"$/s, "$1")));
    case "raw":
      return constant(Buffer.from(rest, "latin1"));
    case "hex":
      if (!/^([0-9a-fA-F]{2} *)+$/.test(rest)) return `\`${entry}\` has no pairs of hexadecimal digits`;
      return constant(Buffer.from(rest.replaceAll(" ", ""), "hex"));
    case "zeros":
      return /^\d{1,5}$/.test(rest) ? constant(Buffer.alloc(Number(rest))) : `\`${entry}\` needs a number of bytes`;
    case "payload":
      return constant(source.payload(rest));
    case "file":
      return constant(source.file(rest));
    case "part":
      return part(entry, source);
    default:
      return noField(entry);
  }
}

function part(entry: string, source: Source): Entry | string {
  const [, from, most, kind, name = ""] = /^part (\d+) (\d+) of (file|payload) (.+)$/.exec(entry) ?? [];
  if (kind === undefined) return `\`${entry}\` is not a part: write \`part 512 512 of file big.bin\``;
  const whole = kind === "file" ? source.file(name) : source.payload(name);
  return constant(whole.subarray(Number(from), Number(from) + Number(most)));
}

function constant(bytes: Buffer): Entry {
  return { length: bytes.length, write: () => bytes };
}

function numberField(type: string, isLittle: boolean, value: string): Entry | string {
  const bits = type.slice(1) as keyof typeof widths;
  const length = widths[bits];
  const write = (worth: bigint) => {
    const bytes = Buffer.alloc(length);
    let rest = BigInt.asUintN(length * 8, worth);
    for (let index = 0; index < length; index++, rest >>= 8n) {
      bytes[isLittle ? index : length - 1 - index] = Number(rest & 0xffn);
    }
    return bytes;
  };
  switch (value) {
    case "length":
      return { length, write: (all, at) => write(BigInt(all.length - at - length)) };
    case "length-all":
      return { length, write: (all) => write(BigInt(all.length)) };
    case "checksum":
      return { length, write: (all) => write(BigInt(internetChecksum(all))) };
    case "crc32":
      return { length, write: (all, at) => write(BigInt(crc32(all.subarray(at + length)))) };
    case "crc32-before":
      return { length, write: (all, at) => write(BigInt(crc32(all.subarray(0, at)))) };
  }
  if (!/^(-?\d+|0x[0-9a-fA-F]+|0b[01]+)$/.test(value))
    return `\`${type} ${value}\` needs a number, length, checksum or crc32`;
  const worth = BigInt(value);
  const [least, most] = type.startsWith("i")
    ? [-(1n << BigInt(length * 8 - 1)), (1n << BigInt(length * 8 - 1)) - 1n]
    : [0n, (1n << BigInt(length * 8)) - 1n];
  if (worth < least || worth > most) return `${value} does not fit into ${type}`;
  return { length, write: () => write(worth) };
}
