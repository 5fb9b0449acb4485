import type { SourceSigns } from "../source-signs.ts";
import { hashSyntax } from "../support/blank-out.ts";

/** The second positional argument of asyncio's function is the address to bind. */
const endpointWithLocalAddress =
  /\bcreate_datagram_endpoint\s*\((?:[^,()]|\([^()]*\))*,(?!\s*(?:None\b|\*|\w+\s*=|\)))/;

/** What a Python source shows: the `socket` module, `socketserver`, asyncio and Twisted. */
export const pythonSource: SourceSigns = {
  syntax: hashSyntax,
  isBrokenByCarriageReturns: true,
  sockets: {
    "tcp-server": [
      /\.(?:listen|accept)\s*\(/,
      /\b(?:\w*TCPServer|\w*UnixStreamServer|HTTPServer|(?:start|create)_(?:unix_)?server|listenTCP)\b/,
    ],
    "tcp-client": [/\.(?:connect|connect_ex)\s*\(/, /\b(?:(?:create|open)_(?:unix_)?connection|connectTCP)\s*\(/],
    tcp: [/\bSOCK_STREAM\b/, /\bsocket\s*\(\s*\)/, /\b(?:create|open)_connection\b/],
    udp: [/\bSOCK_DGRAM\b/, /\b\w*UDPServer\b/, /\bcreate_datagram_endpoint\b/],
    "udp-server": [/\.bind\s*\(/, /\b\w*UDPServer\b/, /\blocal_addr\b/, endpointWithLocalAddress],
    ephemeral: [/\.bind\s*\(\s*\([^,()]*,\s*0\s*\)\s*\)/],
    datagramSocket: [/\bsocket\s*\([^()]*\bSOCK_DGRAM\b/],
    bound: [/\.bind\s*\(/],
  },
  input: {
    arguments: /argv|\bargs?\b|argparse|click|optparse|getopt/,
    environment: /getenv|environ/,
    keyboard: /input\s*\(|stdin/,
  },
  sends: /send|\.write|writelines|transport|file=|print\(.*>>|dup2|handle_/,
  sendsPart: /(?:^|[:;])[ \t]*(?:[\w.[\]]+\.(?:send|sendmsg)|os\.write)\s*\(/m,
  buffers: {
    writer: /\.makefile\s*\(\s*(mode\s*=\s*)?["'](w|rw)/,
    flush: /\.flush\s*\(|flush\s*=\s*True|buffering\s*=\s*0/,
  },
  startsAlone: (code) => startingSigns.some((sign) => sign.test(code)),
};

/** Statements at the left margin that do more than define. */
const startingSigns = [
  /\b__name__\s*==/,
  /^(?:while|for|with|try|if|async with)\b/m,
  // A call at the left margin, as a statement or on the right of an assignment.
  /^(?!(?:def|class|import|from|return|del|global)\b)[A-Za-z_][\w.]*\s*\(/m,
  /^[A-Za-z_][\w.,\s]*=\s*[\w.]*\.(?:socket|accept|recv)\s*\(/m,
  /^print\b/m,
];
