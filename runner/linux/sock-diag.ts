import { ipv4Text, ipv6Text } from "./addresses.ts";
import { dumpFlags, type Netlink } from "./netlink.ts";
import type { Protocol, SocketSample } from "./socket-sample.ts";
import { tcpStates } from "./tcp-states.ts";

/** Which sockets to list: all, all except those in TIME_WAIT, or those that could serve (TCP listening, UDP without a peer). */
export type Wanted = "all" | "open" | "serving";

/** The sockets of one protocol, both address families, as the kernel reports them; see sock_diag(7). */
export function dumpSockets(netlink: Netlink, protocol: Protocol, wanted: Wanted): SocketSample[] {
  const states = statesOf[wanted][protocol];
  const read = (answer: Buffer) => toSample(answer, protocol);
  return protocol === "tcp"
    ? netlink.request(tcpSockets, dumpFlags, oldRequest(states), read)
    : [afInet, afInet6].flatMap((family) =>
        netlink.request(socketsByFamily, dumpFlags, request(family, udpProtocol, states), read),
      );
}

/** TCPDIAG_GETSOCK, the older of two requests for the sockets of TCP: the only one that asks for both families at once. */
const tcpSockets = 18;
const socketsByFamily = 20;
const afInet = 2;
const afInet6 = 10;
const udpProtocol = 17;
/** All states except that of bound TCP sockets that neither listen nor connect, for which newer kernels search a large table. */
const everyState = (1 << tcpStates.length) - 1;
const onlyIn = (state: string) => 1 << tcpStates.indexOf(state);
const statesOf = {
  all: { tcp: everyState, udp: everyState },
  open: { tcp: everyState & ~onlyIn("TIME_WAIT"), udp: everyState },
  serving: { tcp: onlyIn("LISTEN"), udp: onlyIn("CLOSE") },
};
/** INET_DIAG_SKV6ONLY: says whether an IPv6 socket also takes IPv4. */
const ipv6OnlyAttribute = 11;
const attributesOffset = 72;

/** `struct inet_diag_req_v2`, matching every socket. */
function request(family: number, protocol: number, states: number): Buffer {
  const body = Buffer.alloc(56);
  body.writeUInt8(family, 0);
  body.writeUInt8(protocol, 1);
  body.writeUInt32LE(states, 4);
  return body;
}

/** `struct inet_diag_req`, matching every socket of every family. */
function oldRequest(states: number): Buffer {
  const body = Buffer.alloc(60);
  body.writeUInt32LE(states, 52);
  return body;
}

/** From `struct inet_diag_msg` and its attributes. */
function toSample(message: Buffer, protocol: Protocol): SocketSample {
  const family = message.readUInt8(0);
  const address = (offset: number) => addressText(message.subarray(offset, offset + (family === afInet ? 4 : 16)));
  return {
    inode: message.readUInt32LE(68),
    protocol,
    state: tcpStates[message.readUInt8(1)] ?? "UNKNOWN",
    localAddress: address(8),
    localPort: message.readUInt16BE(4),
    remoteAddress: address(24),
    remotePort: message.readUInt16BE(6),
    receiveQueue: message.readUInt32LE(56),
    sendQueue: message.readUInt32LE(60),
    ipv6Only: family === afInet6 && isIpv6Only(message),
  };
}

/** The same few addresses occur again and again. */
function addressText(bytes: Buffer): string {
  const key = bytes.toString("latin1");
  const known = knownAddresses.get(key);
  if (known !== undefined) return known;
  const text = bytes.length === 4 ? ipv4Text(bytes) : ipv6Text(bytes);
  if (knownAddresses.size < mostKnown) knownAddresses.set(key, text);
  return text;
}

const knownAddresses = new Map<string, string>();
const mostKnown = 1000;

function isIpv6Only(message: Buffer): boolean {
  let offset = attributesOffset;
  while (offset + 4 <= message.length) {
    const length = message.readUInt16LE(offset);
    if (length < 4) return false;
    if (message.readUInt16LE(offset + 2) === ipv6OnlyAttribute) return message.readUInt8(offset + 4) === 1;
    offset += (length + 3) & ~3;
  }
  return false;
}
