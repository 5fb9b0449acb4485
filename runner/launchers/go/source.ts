import type { SourceSigns } from "../source-signs.ts";
import { slashSyntax } from "../support/blank-out.ts";

/** What a Go source shows: the package `net`. */
export const goSource: SourceSigns = {
  syntax: slashSyntax,
  sockets: {
    "tcp-server": [/\bnet\s*\.\s*Listen(?:TCP|Config)?\b/, /\bhttp\s*\.\s*ListenAndServe/],
    // The network may be in a variable, far from the call: a source that never names UDP connects over TCP.
    "tcp-client": [
      { inStrings: /^(?![\s\S]*"udp)[\s\S]*\bnet\s*\.\s*Dial(?:Timeout|er)?\b/ },
      { inStrings: /\bDial\w*\s*\([^"\n]*"tcp/ },
      /\bnet\s*\.\s*DialTCP\b/,
    ],
    tcp: [{ inStrings: /"tcp/ }, /\bnet\s*\.\s*DialTCP\b/],
    udp: [/\bnet\s*\.\s*(?:ListenUDP|ListenPacket|DialUDP)\b/, { inStrings: /"udp/ }],
    "udp-server": [/\bnet\s*\.\s*(?:ListenUDP|ListenPacket|ListenMulticastUDP)\b/],
  },
  input: {
    arguments: /flag\.|os\.Args|\bargs?\b/,
    environment: /os\.Getenv|os\.LookupEnv/,
    keyboard: /os\.Stdin|ReadString|fmt\.Scan/,
  },
  sends: /\.(Write\w*|Copy\w*|Fprint\w*|Encode|ReadFrom|Send)\s*\(/,
  buffers: { writer: /bufio\.NewWriter/, flush: /\.Flush\s*\(/ },
  startsAlone: (code) => definesMain.test(code),
};

/** Whether code, without comments and contents of strings, defines `main`. */
export const definesMain = /^func\s+main\s*\(/m;
