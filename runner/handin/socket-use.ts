import { blankOut, syntaxOf } from "../launchers/blank-out.ts";
import type { Does } from "../texts/find-program.ts";

/** What a source does with sockets, by the calls that stand in it, comments and strings left aside. */
export function socketUse(file: string, source: string): Does[] {
  const language = languages.find(({ files }) => files.test(file)) ?? scripting;
  const code = blankOut(source, syntaxOf(file));
  const withStrings = blankOut(source, syntaxOf(file), { keepStrings: true });
  const shows = (signs: readonly Sign[] = []) =>
    signs.some((sign) => ("inStrings" in sign ? sign.inStrings.test(withStrings) : sign.test(code)));
  const isUdp = shows(language.udp);
  const counted = (signs: readonly RegExp[] = []) => signs.reduce((sum, sign) => sum + count(sign, code), 0);
  const isUdpServer = isUdp && shows(language["udp-server"]) && !shows(language.ephemeral);
  // A source with more sockets than are bound plays the client, too.
  const isBothOverUdp = isUdpServer && counted(language.datagramSocket) > counted(language.bound);
  const connects = shows(language["tcp-client"]) && (!isUdp || shows(language.tcp));
  return [
    ...(shows(language["tcp-server"]) ? (["tcp-server"] as const) : []),
    ...(connects ? (["tcp-client"] as const) : []),
    ...(isUdpServer ? (["udp-server"] as const) : []),
    ...((isUdp && !isUdpServer) || isBothOverUdp ? (["udp-client"] as const) : []),
  ];
}

function count(sign: RegExp, code: string): number {
  return code.match(new RegExp(sign, "g"))?.length ?? 0;
}

/** A sign in the code, or one that needs what stands inside strings, too. */
type Sign = RegExp | { inStrings: RegExp };

/** The calls of one language that give a role away. */
interface Signs {
  files: RegExp;
  "tcp-server": readonly Sign[];
  "tcp-client": readonly Sign[];
  /** TCP is used, where `tcp-client` alone could mean a connected UDP socket. */
  tcp: readonly Sign[];
  udp: readonly Sign[];
  "udp-server": readonly Sign[];
  /** A UDP socket is bound, but to whatever port is free, as clients do. */
  ephemeral?: readonly Sign[];
  /** What makes a UDP socket, and what binds one or makes it bound, where both can be counted. */
  datagramSocket?: readonly RegExp[];
  bound?: readonly RegExp[];
}

/** asyncio's second argument is the address to bind, where it is given without its name. */
const endpointWithLocalAddress =
  /\bcreate_datagram_endpoint\s*\((?:[^,()]|\([^()]*\))*,(?!\s*(?:None\b|\*|\w+\s*=|\)))/;

const scripting: Signs = {
  files: /\.(pyw?|rb|pl|sh|bash)$/i,
  "tcp-server": [
    /\.(?:listen|accept)\s*\(/,
    /\b(?:\w*TCPServer|HTTPServer|start_server|create_server|listenTCP)\b/,
    { inStrings: /\b(?:nc|ncat|netcat)\b[^\n|]*\s-\w*l/ },
    { inStrings: /\bTCP\d?-LISTEN:/i },
  ],
  "tcp-client": [
    /\.(?:connect|connect_ex)\s*\(/,
    /\b(?:create_connection|open_connection|connectTCP)\s*\(/,
    { inStrings: /\/dev\/tcp\// },
    { inStrings: /^\s*(?:nc|ncat|netcat)\s+(?![^\n|]*-\w*l)/m },
  ],
  tcp: [/\bSOCK_STREAM\b/, /\bsocket\s*\(\s*\)/, /\b(?:create|open)_connection\b/],
  udp: [/\bSOCK_DGRAM\b/, /\b\w*UDPServer\b/, /\bcreate_datagram_endpoint\b/],
  "udp-server": [/\.bind\s*\(/, /\b\w*UDPServer\b/, /\blocal_addr\b/, endpointWithLocalAddress],
  ephemeral: [/\.bind\s*\(\s*\([^,()]*,\s*0\s*\)\s*\)/],
  datagramSocket: [/\bsocket\s*\([^()]*\bSOCK_DGRAM\b/],
  bound: [/\.bind\s*\(/],
};

const languages: readonly Signs[] = [
  scripting,
  {
    files: /\.(c|cc|cpp|cxx|c\+\+|h|hpp)$/i,
    "tcp-server": [/\blisten\s*\(/, /\baccept4?\s*\(/, /\btcp\s*::\s*acceptor\b/],
    "tcp-client": [/(?<!\bdis)\bconnect\s*\(/],
    tcp: [/\bSOCK_STREAM\b/, /\btcp\s*::/],
    udp: [/\bSOCK_DGRAM\b/, /\budp\s*::\s*socket\b/],
    "udp-server": [/\bbind\s*\(/, /\budp\s*::\s*endpoint\s*\(/],
    ephemeral: [/\bsin6?_port\s*=\s*(?:htons\s*\(\s*0\s*\)|0)\s*;/],
    datagramSocket: [/\bsocket\s*\([^()]*\bSOCK_DGRAM\b/],
    bound: [/\bbind\s*\(/],
  },
  {
    files: /\.java$/i,
    "tcp-server": [/\bServerSocket\s*\(/, /\bServerSocketChannel\b/, /\bHttpServer\s*\.\s*create\b/],
    "tcp-client": [/\bnew\s+Socket\s*\(/, /(?<!Server)\bSocketChannel\s*\.\s*open\s*\(/],
    tcp: [/\bnew\s+Socket\s*\(/, /\bSocketChannel\b/],
    udp: [/\b(?:DatagramSocket|MulticastSocket|DatagramChannel)\b/],
    "udp-server": [/\bnew\s+(?:Datagram|Multicast)Socket\s*\(\s*[^\s)]/, /\.bind\s*\(/],
    ephemeral: [/\bnew\s+DatagramSocket\s*\(\s*0\s*\)/],
    datagramSocket: [/\bnew\s+DatagramSocket\s*\(/, /\bDatagramChannel\s*\.\s*open\s*\(/],
    bound: [/\bnew\s+DatagramSocket\s*\(\s*[^\s)]/, /\.bind\s*\(/],
  },
  {
    files: /\.[cm]?[jt]s$/i,
    "tcp-server": [/\bcreateServer\s*\(/, /\bnew\s+(?:net\s*\.\s*)?Server\s*\(/],
    "tcp-client": [
      /\bcreateConnection\s*\(/,
      /\bnet\s*\.\s*connect\s*\(/,
      /\bnew\s+(?:net\s*\.\s*)?Socket\s*\(/,
      /(?<![\w.])connect\s*\(\s*[{\w]/,
    ],
    tcp: [/\bnet\b/],
    udp: [/\bcreateSocket\s*\(/],
    "udp-server": [/\.bind\s*\(/],
    ephemeral: [/\.bind\s*\(\s*0?\s*\)/],
    datagramSocket: [/\bcreateSocket\s*\(/],
    bound: [/\.bind\s*\(/],
  },
  {
    files: /\.go$/i,
    "tcp-server": [/\bnet\s*\.\s*Listen(?:TCP|Config)?\b/, /\bhttp\s*\.\s*ListenAndServe/],
    "tcp-client": [{ inStrings: /\bnet\s*\.\s*Dial(?:Timeout|er)?\b(?![^\n]*"udp)/ }, /\bnet\s*\.\s*DialTCP\b/],
    tcp: [{ inStrings: /"tcp/ }, /\bnet\s*\.\s*DialTCP\b/],
    udp: [/\bnet\s*\.\s*(?:ListenUDP|ListenPacket|DialUDP)\b/, { inStrings: /\bnet\s*\.\s*Dial[^\n]*"udp/ }],
    "udp-server": [/\bnet\s*\.\s*(?:ListenUDP|ListenPacket|ListenMulticastUDP)\b/],
  },
  {
    files: /\.rs$/i,
    "tcp-server": [/\bTcpListener\s*::\s*bind\b/],
    "tcp-client": [/\bTcpStream\s*::\s*connect/],
    tcp: [/\bTcpStream\b/],
    udp: [/\bUdpSocket\b/],
    "udp-server": [/\bUdpSocket\s*::\s*bind\b/],
    ephemeral: [{ inStrings: /\bUdpSocket\s*::\s*bind\s*\(\s*[^)]*:0"/ }],
  },
];
