import { setSocketOption, socket } from "./native.ts";

/**
 * Opens a TCP socket with a small maximum segment size and a small receive buffer. The peer's kernel sizes its send buffer by the
 * segment size: a megabyte then does not fit into it, and the test shows what the program does when the buffer is full.
 */
export function narrowSocket(address: string): number {
  const descriptor = socket(address.includes(":") ? families.ipv6 : families.ipv4, nonBlockingStream, 0);
  setSocketOption(descriptor, ipprotoTcp, tcpMaximumSegment, segmentBytes);
  setSocketOption(descriptor, solSocket, soReceiveBuffer, receiveBufferBytes);
  return descriptor;
}

/** Linux constants; see ip(7), socket(7) and tcp(7). */
const families = { ipv4: 2, ipv6: 10 };
const nonBlockingStream = 0o4001;
const solSocket = 1;
const soReceiveBuffer = 8;
const ipprotoTcp = 6;
const tcpMaximumSegment = 2;

/** The default maximum segment size (RFC 9293, section 3.7.1), and a buffer for a few such segments. */
const segmentBytes = 536;
const receiveBufferBytes = 8192;
