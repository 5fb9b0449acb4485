import { expect, it } from "vitest";
import { parsePacket } from "./packet.ts";

const packet = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ""), "hex");

it("reads the destination of a TCP SYN, past IP options", () => {
  const syn = "46000040 00000000 40060000 7f000001 c0a80709 01010100 94723039 00000000 00000000 a002ffd7 00000000";
  const attempt = { protocol: "tcp", address: "192.168.7.9", port: 12_345, sourcePort: 38_002 };
  expect(parsePacket(packet(syn))).toEqual(attempt);
});

it("reads the destination of a UDP datagram over IPv6", () => {
  const addresses = "00000000000000000000000000000001 20010db8000000000000000000000001";
  const datagram = `60000000 000a1140 ${addresses} ad1014e9 000a0000 6869`;
  expect(parsePacket(packet(datagram))).toEqual({
    ...{ protocol: "udp", address: "2001:db8::1", port: 5353, sourcePort: 44_304 },
  });
});

it.each([
  ["of another protocol", "4500001c 00000000 40010000 7f000001 7f000001 08000000 00000000"],
  ["cut short", "45000014 00000000 40060000 7f000001 7f000001 3039"],
  ["of no known version", "00000000"],
])("passes over a packet %s", (_, hex) => {
  expect(parsePacket(packet(hex))).toBeNull();
});
