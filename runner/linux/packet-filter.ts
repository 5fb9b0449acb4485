/**
 * A classic BPF program for a cooked packet socket: of the outgoing packets it accepts the headers of TCP SYNs (without ACK) and of
 * UDP datagrams, IPv4 and IPv6, so that packets with data of a connection cost the recorder nothing.
 */
export function firstPacketsFilter(): Buffer {
  const program: readonly Instruction[] = [
    /*  0 */ [loadByte, 0, 0, ancillary + packetType],
    /*  1 */ [jumpEqual, 0, 15, outgoing],
    /*  2 */ [loadHalf, 0, 0, ancillary + protocol],
    /*  3 */ [jumpEqual, 0, 6, etherIpv4],
    /*  4 */ [loadByte, 0, 0, 9],
    /*  5 */ [jumpEqual, 10, 0, udp],
    /*  6 */ [jumpEqual, 0, 10, tcp],
    /*  7 */ [loadHeaderLength, 0, 0, 0],
    /*  8 */ [loadByteIndexed, 0, 0, 13],
    /*  9 */ [jumpAlways, 0, 0, 4],
    /* 10 */ [jumpEqual, 0, 6, etherIpv6],
    /* 11 */ [loadByte, 0, 0, 6],
    /* 12 */ [jumpEqual, 3, 0, udp],
    /* 13 */ [loadByte, 0, 0, 40 + 13],
    /* 14 */ [and, 0, 0, syn | ack],
    /* 15 */ [jumpEqual, 0, 1, syn],
    /* 16 */ [accept, 0, 0, headBytes],
    /* 17 */ [accept, 0, 0, 0],
  ];
  return Buffer.concat(program.map(encode));
}

type Instruction = readonly [code: number, whenTrue: number, whenFalse: number, operand: number];

const loadByte = 0x30;
const loadHalf = 0x28;
const loadByteIndexed = 0x50;
const loadHeaderLength = 0xb1;
const and = 0x54;
const jumpEqual = 0x15;
const jumpAlways = 0x05;
const accept = 0x06;

const ancillary = 0xffff_f000;
const protocol = 0;
const packetType = 4;
const outgoing = 4;
const etherIpv4 = 0x0800;
const etherIpv6 = 0x86dd;
const tcp = 6;
const udp = 17;
const syn = 0x02;
const ack = 0x10;
const headBytes = 128;

/** `struct sock_filter` */
function encode([code, whenTrue, whenFalse, operand]: Instruction): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(whenTrue, 2);
  bytes.writeUInt8(whenFalse, 3);
  bytes.writeUInt32LE(operand, 4);
  return bytes;
}
