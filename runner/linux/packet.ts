import { ipv4Text, ipv6Text } from "./addresses.ts";

/** A connection attempt or datagram of the program, whether or not it was answered. */
export interface Attempt {
  protocol: "tcp" | "udp";
  address: string;
  port: number;
  /** Tells the program's attempts from the grader's own. */
  sourcePort: number;
}

/** Reads the addresses and ports of an IP packet that begins a TCP connection or carries a UDP datagram. */
export function parsePacket(packet: Buffer): Attempt | null {
  const version = packet.readUInt8(0) >> 4;
  return version === 4 ? parseIpv4(packet) : version === 6 ? parseIpv6(packet) : null;
}

const protocols: Readonly<Record<number, "tcp" | "udp">> = { 6: "tcp", 17: "udp" };

function parseIpv4(packet: Buffer): Attempt | null {
  const headerBytes = 4 * (packet.readUInt8(0) & 0x0f);
  return withPorts(packet.readUInt8(9), ipv4Text(packet.subarray(16, 20)), packet.subarray(headerBytes));
}

function parseIpv6(packet: Buffer): Attempt | null {
  return withPorts(packet.readUInt8(6), ipv6Text(packet.subarray(24, 40)), packet.subarray(40));
}

function withPorts(protocolNumber: number, address: string, segment: Buffer): Attempt | null {
  const protocol = protocols[protocolNumber];
  if (!protocol || segment.length < 4) return null;
  return { protocol, address, port: segment.readUInt16BE(2), sourcePort: segment.readUInt16BE(0) };
}
