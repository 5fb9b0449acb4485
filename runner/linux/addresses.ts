/** An IPv4 address of four bytes, as text. */
export function ipv4Text(bytes: Uint8Array): string {
  return bytes.join(".");
}

/** An IPv6 address of sixteen bytes in canonical text (RFC 5952); IPv4-mapped ones keep their dotted tail. */
export function ipv6Text(bytes: Uint8Array): string {
  const mapped = bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (mapped) return `::ffff:${ipv4Text(bytes.subarray(12))}`;
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0));
  const zeros = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (zeros.length < 2) return hex.join(":");
  return `${hex.slice(0, zeros.start).join(":")}::${hex.slice(zeros.start + zeros.length).join(":")}`;
}

/** An IPv4 address that an IPv6 socket shows as `::ffff:127.0.0.1` (Java's sockets all do) as itself; any other as it is. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:/, "");
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best;
}

/** The four bytes of an IPv4 address as text. */
export function ipv4Bytes(address: string): Buffer {
  return Buffer.from(address.split(".").map(Number));
}
