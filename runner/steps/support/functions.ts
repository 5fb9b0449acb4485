import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** A fault of an expression or of its values; the message is the predicate of a sentence. */
export class ExpressionFault extends Error {
  /** The value that could not be read, if that is the fault. */
  readonly value: string | undefined;

  constructor(message: string, value?: string) {
    super(message);
    this.value = value;
  }
}

/**
 * The value of a text as a number.
 *
 * @param what the function or sign that needs a number, for the message
 * @throws ExpressionFault if the text is not a number
 */
export function toNumber(text: string, what: string): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isFinite(number)) return number;
  throw new ExpressionFault(`\`${what}\` needs numbers, not \`${text}\``, text);
}

/** One function of the language of expressions. */
export interface Fn {
  least: number;
  most: number;
  /** For the manual. */
  meaning: string;
  of(args: readonly string[]): string;
}

function onText(meaning: string, of: (text: string) => string): Fn {
  return { least: 1, most: 1, meaning, of: ([text = ""]) => of(text) };
}

function onNumbers(name: string, meaning: string, most: number, of: (...numbers: number[]) => number): Fn {
  return { least: 1, most, meaning, of: (args) => String(of(...args.map((each) => toNumber(each, name)))) };
}

/** The functions that expressions can call. */
export const functions: Readonly<Record<string, Fn>> = {
  upper: onText("the text in capital letters", (text) => text.toUpperCase()),
  lower: onText("the text in small letters", (text) => text.toLowerCase()),
  reverse: onText("the text backwards", (text) => [...text].reverse().join("")),
  len: onText("how many bytes the text has in UTF-8", (text) => String(Buffer.byteLength(text))),
  chars: onText("how many characters the text has", (text) => String([...text].length)),
  words: onText("how many words the text has", (text) => String(text.match(/\S+/g)?.length ?? 0)),
  hex: onText("the bytes of the text in hexadecimal digits", (text) => Buffer.from(text).toString("hex")),
  base64: onText("the bytes of the text in base64", (text) => Buffer.from(text).toString("base64")),
  crc32: onText("the CRC-32 of the text, as a number", (text) => String(crc32(Buffer.from(text)))),
  md5: onText("the MD5 of the text", (text) => digest("md5", text)),
  sha256: onText("the SHA-256 of the text", (text) => digest("sha256", text)),
  join: { least: 1, most: 16, meaning: "texts, one after another", of: (args) => args.join("") },
  pad: {
    least: 2,
    most: 2,
    meaning: "the number with zeros in front, up to this number of digits",
    of: ([text = "", width = ""]) => text.padStart(Math.min(64, toNumber(width, "pad")), "0"),
  },
  number: onText("the number that one to six captured bytes are, the most significant first", numberOf),
  date: onText("the seconds since 1970 of a date in words, such as that of HTTP", secondsOf),
  round: onNumbers("round", "the nearest whole number", 1, (number) => Math.round(number)),
  floor: onNumbers("floor", "the whole number below", 1, (number) => Math.floor(number)),
  min: onNumbers("min", "the least of some numbers", 16, Math.min),
  max: onNumbers("max", "the largest of some numbers", 16, Math.max),
};

/** A pattern about bytes captures each byte as a character up to 255. */
function numberOf(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  if (bytes.length >= 1 && bytes.length <= 6 && bytes.toString("latin1") === text)
    return String(bytes.readUIntBE(0, bytes.length));
  throw new ExpressionFault("`number` needs one to six bytes, captured by a pattern about bytes", text);
}

function secondsOf(text: string): string {
  const ms = Date.parse(text);
  if (!Number.isNaN(ms)) return String(Math.floor(ms / 1000));
  throw new ExpressionFault(`\`date\` cannot read \`${text}\``, text);
}

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest("hex");
}
