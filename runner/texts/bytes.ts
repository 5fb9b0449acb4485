/** Bytes that a result keeps in base64. It runs in browsers too, which know no Buffer. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Pieces of bytes, put together and written in base64 again. */
export function toBase64(pieces: readonly Uint8Array[]): string {
  return btoa(pieces.map((piece) => String.fromCharCode(...piece)).join(""));
}

/** Bytes as text; what is not UTF-8 becomes U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
