export const kinds = { data: 0, ack: 1, end: 2 } as const;

export interface Packet {
  kind: number;
  number: number;
  data: Buffer;
}

/** The Internet checksum (RFC 1071). */
function checksum(packet: Buffer): number {
  let sum = 0;
  for (let at = 0; at < packet.length; at += 2) sum += (packet[at] ?? 0) * 256 + (packet[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

export function pack({ kind, number, data }: Packet): Buffer {
  const packet = Buffer.concat([Buffer.from([kind, number, 0, 0]), data]);
  packet.writeUInt16BE(checksum(packet), 2);
  return packet;
}

/** null when the packet is damaged. */
export function unpack(bytes: Buffer): Packet | null {
  if (bytes.length < 4) return null;
  const packet = { kind: bytes[0] ?? 0, number: bytes[1] ?? 0, data: bytes.subarray(4) };
  return pack(packet).equals(bytes) ? packet : null;
}
