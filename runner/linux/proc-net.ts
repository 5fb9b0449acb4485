import { ipv4Text, ipv6Text } from "./addresses.ts";
import type { Protocol, SocketSample } from "./socket-sample.ts";
import { tcpStates } from "./tcp-states.ts";

/** Parses a table such as /proc/net/tcp6: the way to see sockets where sock_diag is missing; see proc(5). */
export function parseProcNet(table: string, protocol: Protocol): SocketSample[] {
  return table
    .split("\n")
    .slice(1)
    .flatMap((line) => parseLine(line, protocol));
}

/** `sl local_address rem_address st tx_queue:rx_queue tr:when retrnsmt uid timeout inode …` */
function parseLine(line: string, protocol: Protocol): SocketSample[] {
  const [, local, remote, state, queues, , , , , inode] = line.trim().split(/\s+/);
  if (!local || !remote || !state || !queues || !inode) return [];
  const [localAddress, localPort] = parseEndpoint(local);
  const [remoteAddress, remotePort] = parseEndpoint(remote);
  const [sendQueue = "0", receiveQueue = "0"] = queues.split(":");
  return [
    {
      inode: Number(inode),
      protocol,
      state: tcpStates[Number.parseInt(state, 16)] ?? "UNKNOWN",
      localAddress,
      localPort,
      remoteAddress,
      remotePort,
      receiveQueue: Number.parseInt(receiveQueue, 16),
      sendQueue: Number.parseInt(sendQueue, 16),
      // The table does not say; taking IPv4 as well is Linux' own default.
      ipv6Only: false,
    },
  ];
}

function parseEndpoint(text: string): [address: string, port: number] {
  const [address = "", port = "0"] = text.split(":");
  // Each group of eight digits is a 32-bit word in the machine's byte order, which is little-endian wherever Node runs.
  const bytes = Buffer.from(address, "hex").swap32();
  return [bytes.length === 4 ? ipv4Text(bytes) : ipv6Text(bytes), Number.parseInt(port, 16)];
}
