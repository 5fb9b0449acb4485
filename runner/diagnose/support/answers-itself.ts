import type { Evidence, Finding } from "../evidence.ts";
import { standsInSource } from "./sources.ts";

/** The texts for a UDP server that sends to the port it is bound to: it receives that again, and answers it again. */
export function answersItself(evidence: Evidence): Pick<Finding, "name" | "idea" | "look"> | null {
  const isServer = evidence.transport === "udp" && evidence.kind === "server";
  const isSo = isServer && standsInSource(evidence, toOwnPort) && !standsInSource(evidence, takesSendersPort);
  return isSo ? toItself : null;
}

const toOwnPort =
  /\bsendto\s*\(.*,\s*\([^()]*,\s*(?:\w*port\w*|int\([^()]*\)|\d+)\s*\)\s*\)|\.send\s*\(\s*\w+\s*,\s*\w*port\w*\s*,|\bnew\s+DatagramPacket\s*\((?:[^()]|\([^()]*\))*,\s*(?:\w*port\w*|\d+)\s*\)/i;

/** The sender's port, taken apart from its host. */
const takesSendersPort =
  /\(\s*\w+\s*,\s*\w*port\w*\s*\)\s*=|\bport\w*\s*=\s*(?:addr|rinfo|sender|\w+\.getPort)|\.getPort\(\)|getSocketAddress|setPort/i;

const toItself = {
  name: { en: "Answers itself", id: "Membalas dirinya sendiri" },
  idea: {
    en: "What is sent to the port that the server is bound to comes back to the server: it answers its own answer, without end.",
    id: "Yang dikirim ke port tempat server sendiri terikat kembali ke server: ia membalas balasannya sendiri tanpa henti.",
  },
  look: {
    en: "Send to the address that came with the datagram: sendto(data, addr) in Python, packet.getAddress() and getPort() in Java, rinfo.port and rinfo.address in Node.",
    id: "Kirim ke alamat yang datang bersama datagram: sendto(data, addr) di Python, packet.getAddress() dan getPort() di Java, rinfo.port dan rinfo.address di Node.",
  },
};
