import { socketUse } from "../launchers/read-source.ts";
import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { subject } from "./support/phrases.ts";
import { lineInSource, sourcesOf } from "./support/sources.ts";

/** A program that uses UDP instead of the lab's TCP, or the reverse. */
export const wrongTransport: Cause = {
  about: "any",
  name: { en: "The other transport", id: "Protokol transport yang salah" },
  idea: {
    en: "TCP and UDP are two worlds: a datagram never reaches a TCP socket, nor a connection a UDP socket, though the port has the same number.",
    id: "TCP dan UDP adalah dua dunia: datagram tidak pernah sampai ke socket TCP, begitu pula koneksi ke socket UDP, walaupun nomor portnya sama.",
  },
  look: {
    en: "TCP: SOCK_STREAM with connect(), or listen() and accept(). UDP: SOCK_DGRAM with sendto() and recvfrom(), without a connection.",
    id: "TCP: SOCK_STREAM dengan connect(), atau listen() dan accept(). UDP: SOCK_DGRAM dengan sendto() dan recvfrom(), tanpa koneksi.",
  },
  find(evidence) {
    const { failure, transport, kind } = evidence;
    if (!nothingCame.has(failure.code) || usesOf(evidence).some((use) => use.startsWith(transport))) return null;
    const used = usesOf(evidence)[0]?.slice(0, 3).toUpperCase();
    const isMet =
      kind === "server"
        ? happened(evidence, "listening")
        : evidence.conversations.some(({ received }) => received.length > 0);
    if (used === undefined || isMet) return null;
    const place = lineInSource(evidence, used === "UDP" ? datagrams : streams);
    return {
      strength: strength.proven,
      saw: words(subject(evidence), used, transport.toUpperCase()),
      ...(place && { lines: [place] }),
    };
  },
};

function words(who: Text, used: string, asked: string): Text {
  return {
    en: `${who.en} uses a ${used} socket, and this lab asks for ${asked}: nothing came to where it was looked for.`,
    id: `${who.id} memakai socket ${used}, sedangkan lab ini meminta ${asked}: tidak ada yang sampai di tempat yang ditunggu.`,
  };
}

/** Failures of a program that was never reached; it may still run, or have ended for that reason. */
const nothingCame = new Set(["not-listening", "exited-early", "no-connection", "no-message-sent", "refused"]);

/** The uses of sockets in all files of the program. */
function usesOf(evidence: Evidence) {
  return sourcesOf(evidence).flatMap(({ file, text }) => socketUse(file, text));
}

const datagrams = /SOCK_DGRAM|DatagramSocket|dgram|UdpSocket|DialUDP|ListenUDP|["']udp/;
const streams =
  /SOCK_STREAM|\bServerSocket\b|new Socket\(|\bsocket\(\)|create_server|create_connection|TcpListener|TcpStream|net\.(?:Dial|Listen|connect|createServer|createConnection)/;
