/**
 * The text of a table as programs save it: UTF-8, or UTF-16 in either order of its bytes, with a mark at its beginning or
 * none. Null where it is in no such encoding.
 */
export function tableText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What a file is, in words, where it is a spreadsheet's own and no text at all; null otherwise. */
export function workbook(bytes: Uint8Array): string | null {
  const begin = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  return begin === "PK\x03\x04" || begin === "\xd0\xcf\x11\xe0" ? "a spreadsheet's own file" : null;
}

/** Without a mark, every second byte of UTF-16 is zero where the text is mostly of Latin letters. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  if (first === 0 && second && third === 0 && fourth) return "utf-16be";
  return "utf-8";
}
