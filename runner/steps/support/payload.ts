import * as z from "zod";
import { byteList, bytesOf } from "./byte-list.ts";
import { references } from "./references.ts";
import { size, toBytes } from "./units.ts";

const payloadName = z.string().describe("The name of bytes under `payloads` of the test");
references.add(payloadName, { to: "payload" });

const fileName = z.string().describe("The bytes of a file under `files` of the lab or the test");
references.add(fileName, { to: "file" });

/** The ways in which a step can write bytes; the same in `send`, `expect` and `payloads`. */
export const payloadFields = {
  text: z.string().optional().describe("The bytes of this text in UTF-8"),
  line: z.string().optional().describe("This text and a newline"),
  crlf: z.string().optional().describe("This text and \\r\\n, with which SMTP, HTTP, FTP and IRC end a line"),
  hex: z
    .string()
    .regex(/^([0-9a-fA-F]{2}\s*)*$/, "write pairs of hexadecimal digits, such as 00 ff 1b")
    .optional()
    .describe("Bytes in hexadecimal digits; blanks are ignored"),
  base64: z.base64().optional().describe("Bytes in base64"),
  random: size.optional().describe("This number of random bytes, which the seed decides"),
  letters: size.optional().describe("This number of random letters, which the seed decides"),
  lines: size
    .optional()
    .describe("This number of random letters in lines of 64 bytes, each with its newline; for servers that read lines"),
  bytes: byteList.optional(),
  file: fileName.optional(),
  payload: payloadName.optional(),
  padding: size.optional().describe("This number of further letters after the text, or in the line before its end"),
};

export type PayloadFields = z.infer<z.ZodObject<typeof payloadFields>>;

/** The fields of which a step must have exactly one. */
export const payloadNames = (Object.keys(payloadFields) as (keyof PayloadFields)[]).filter(
  (name) => name !== "padding",
);

/** A payload that a test declares under `payloads`. */
export const namedPayload = z
  .strictObject({
    text: payloadFields.text,
    line: payloadFields.line,
    crlf: payloadFields.crlf,
    hex: payloadFields.hex,
    base64: payloadFields.base64,
    random: payloadFields.random,
    letters: payloadFields.letters,
    lines: payloadFields.lines,
    bytes: payloadFields.bytes,
    pem: z
      .enum(["certificate", "key", "authority"])
      .optional()
      .describe(
        "In PEM, a throw-away certificate for localhost and the names of the world, or its key, for a server; or the certificate of the authority that signed it, for a client to trust",
      ),
  })
  .refine(
    (fields) => Object.keys(fields).length === 1,
    "give exactly one of text, line, crlf, hex, base64, random, letters, lines, bytes, pem",
  );

/**
 * Reports a step that does not give its bytes in exactly one way, and padding of bytes that cannot be padded.
 *
 * @param others the other fields of the step that give the bytes
 */
export function checkPayload<Other extends string>(...others: readonly Other[]) {
  const names: readonly string[] = [...payloadNames, ...others];
  return (step: PayloadFields & { [Name in Other]?: unknown }, context: z.RefinementCtx): void => {
    const given = names.filter((name) => (step as Record<string, unknown>)[name] !== undefined);
    if (given.length !== 1) context.addIssue({ code: "custom", message: `give exactly one of ${names.join(", ")}` });
    if (step.padding === undefined || ["text", "line", "crlf"].some((name) => given.includes(name))) return;
    const message = `padding can be used only with text, line or crlf, not with ${given[0] ?? "nothing"}: remove it`;
    context.addIssue({ code: "custom", path: ["padding"], message, params: { about: "key" } });
  };
}

/** The source of random and named bytes: the run of a test. */
export interface PayloadSource {
  random(bytes: number, label: string): Buffer;
  payload(name: string): Buffer;
  file(name: string): Buffer;
  /** A part of the test's certificate; for files and payloads only. */
  pem?(which: "certificate" | "key" | "authority"): Buffer;
}

/** The bytes that a step gives. */
export function payloadBytes(
  step: PayloadFields & Pick<z.infer<typeof namedPayload>, "pem">,
  source: PayloadSource,
  label: string,
): Buffer {
  const padding = "x".repeat(toBytes(step.padding ?? 0));
  if (step.text !== undefined) return Buffer.from(`${step.text}${padding}`);
  if (step.line !== undefined) return Buffer.from(`${step.line}${padding}\n`);
  if (step.crlf !== undefined) return Buffer.from(`${step.crlf}${padding}\r\n`);
  if (step.hex !== undefined) return Buffer.from(step.hex.replace(/\s/g, ""), "hex");
  if (step.base64 !== undefined) return Buffer.from(step.base64, "base64");
  if (step.random !== undefined) return source.random(toBytes(step.random), label);
  if (step.letters !== undefined) return lettersFrom(source.random(toBytes(step.letters), label));
  if (step.lines !== undefined) return linesFrom(lettersFrom(source.random(toBytes(step.lines), label)));
  if (step.bytes !== undefined) return bytesOf(step.bytes, source);
  if (step.file !== undefined) return source.file(step.file);
  if (step.pem !== undefined && source.pem) return source.pem(step.pem);
  return source.payload(step.payload ?? "");
}

/** 32 letters, a divisor of 256, so that each is equally likely. */
const alphabet = Buffer.from("abcdefghijklmnopqrstuvwxyzABCDEF");

/** Changes the buffer in place: there may be millions of bytes. */
function lettersFrom(random: Buffer): Buffer {
  for (let at = 0; at < random.length; at += 1) random[at] = alphabet[(random[at] ?? 0) % alphabet.length] ?? 0;
  return random;
}

const lineBytes = 64;
const newline = 0x0a;

function linesFrom(letters: Buffer): Buffer {
  for (let at = lineBytes - 1; at < letters.length; at += lineBytes) letters[at] = newline;
  return letters;
}
