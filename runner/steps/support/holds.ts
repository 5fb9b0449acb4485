/** Whether the output contains the bytes in order, in at most `pieces` parts: a program may label each piece that it received. */
export function holdsInPieces(output: Buffer, bytes: Buffer, pieces: number): boolean {
  if (output.includes(bytes)) return true;
  if (pieces <= 1) return false;
  for (let length = bytes.length - 1; length > 0; length--) {
    const at = output.indexOf(bytes.subarray(0, length));
    if (at >= 0 && holdsInPieces(output.subarray(at + length), bytes.subarray(length), pieces - 1)) return true;
  }
  return false;
}

/** The least length, in bytes, of all parts but the last. */
const shortestPart = 16;

/** Whether the output contains the bytes in order, with any text between the parts that single recv() calls returned. */
export function holdsScattered(output: Buffer, bytes: Buffer): boolean {
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const found = output.indexOf(bytes.subarray(at, at + shortestPart), from);
    if (found < 0) return false;
    from = found;
    while (at < bytes.length && bytes[at] === output[from]) {
      at += 1;
      from += 1;
    }
  }
  return true;
}
