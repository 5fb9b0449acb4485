import type { SourceSigns } from "../source-signs.ts";
import { hashSyntax } from "../support/blank-out.ts";

/** What a shell script shows: netcat, socat, and bash's own /dev/tcp. */
export const shellSource: SourceSigns = {
  syntax: hashSyntax,
  isBrokenByCarriageReturns: true,
  sockets: {
    "tcp-server": [{ inStrings: /\b(?:nc|ncat|netcat)\b[^\n|]*\s-\w*l/ }, { inStrings: /\bTCP\d?-LISTEN:/i }],
    "tcp-client": [{ inStrings: /\/dev\/tcp\// }, { inStrings: /^[^\S\n]*(?:nc|ncat|netcat)\s+(?![^\n|]*-\w*l)/m }],
    tcp: [],
    udp: [],
    "udp-server": [],
  },
  input: {
    arguments: /\$\{?[1@*]|getopts|\bargs?\b/,
    environment: /\$\{?[A-Z_]*PORT\b/,
    keyboard: /\bread\b|stdin/,
  },
};
