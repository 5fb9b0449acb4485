import { setSocketOption, socket } from "./native.ts";

/** Numbers of Linux; see ip(7), socket(7) and tcp(7). */
const families = { ipv4: 2, ipv6: 10 };
const nonBlockingStream = 0o4001;
const solSocket = 1;
const soReceiveBuffer = 8;
const ipprotoTcp = 6;
const tcpMaximumSegment = 2;

/** Smallest segment that every host must take (RFC 9293, section 3.7.1), and a buffer for a few of them. */
const segmentBytes = 536;
const receiveBufferBytes = 8192;

/**
 * Opens a TCP socket that takes small segments and has little room for them. The sender's kernel sizes its own buffer by
 * the segments, so that a megabyte does not vanish in it and `send` shows what it does when the buffer is full.
 */
export function narrowSocket(address: string): number {
  const descriptor = socket(address.includes(":") ? families.ipv6 : families.ipv4, nonBlockingStream, 0);
  setSocketOption(descriptor, ipprotoTcp, tcpMaximumSegment, int(segmentBytes));
  setSocketOption(descriptor, solSocket, soReceiveBuffer, int(receiveBufferBytes));
  return descriptor;
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
