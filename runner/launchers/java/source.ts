import type { SourceSigns } from "../source-signs.ts";
import { slashSyntax } from "../support/blank-out.ts";

/** What a Java source shows: `java.net` and `java.nio.channels`. */
export const javaSource: SourceSigns = {
  syntax: slashSyntax,
  sockets: {
    "tcp-server": [/\bServerSocket\s*\(/, /\bServerSocketChannel\b/, /\bHttpServer\s*\.\s*create\b/],
    "tcp-client": [/\bnew\s+Socket\s*\(/, /(?<!Server)\bSocketChannel\s*\.\s*open\s*\(/],
    tcp: [/\bnew\s+Socket\s*\(/, /\bSocketChannel\b/],
    udp: [/\b(?:DatagramSocket|MulticastSocket|DatagramChannel)\b/],
    "udp-server": [/\bnew\s+(?:Datagram|Multicast)Socket\s*\(\s*[^\s)]/, /\.bind\s*\(/],
    ephemeral: [/\bnew\s+DatagramSocket\s*\(\s*0\s*\)/],
    datagramSocket: [/\bnew\s+DatagramSocket\s*\(/, /\bDatagramChannel\s*\.\s*open\s*\(/],
    bound: [/\bnew\s+DatagramSocket\s*\(\s*[^\s)]/, /\.bind\s*\(/],
  },
  input: {
    arguments:
      /argv|\bargs?\b|\bmain\s*\(\s*(?:final\s+)?String\s*(?:\[\s*\]|\.\.\.)\s*(\w+)\s*\)[\s\S]*\b\1\s*(?:\[|\.length)/,
    environment: /System\.getenv/,
    keyboard: /System\.in\b|System\.console|Scanner|readLine/,
  },
  sends: /\.(write|print|println|printf|append|send|writeBytes|writeUTF|writeObject|transferTo)\s*\(/,
  // The calls of streams send everything; a channel takes a part, and the rest remains in its buffer.
  sendsPart: /^(?![\s\S]*\bhasRemaining\b)[\s\S]*\bSocketChannel\b[\s\S]*\.write\s*\(/,
  buffers: {
    writer: /new\s+(PrintWriter|BufferedWriter|OutputStreamWriter|BufferedOutputStream|ObjectOutputStream)\s*\(/,
    flush: /\.flush\s*\(|new\s+PrintWriter\s*\(.*,\s*true\s*\)|writer\.close\(|out\.close\(|pw\.close\(/,
  },
  startsAlone: (code) => /\bvoid\s+main\s*\(/.test(code),
};
