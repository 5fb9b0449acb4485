import type { OutputSigns } from "../output-signs.ts";

/** How Node prints errors: with the kernel's names of errors. */
export const nodeOutput: OutputSigns = {
  stackTrace: [/^\s+at .+\((?:node:[\w/]+|.*\.[cm]?[jt]s):\d+:\d+\)/m],
  errorLine: /^\s*[\w.$]*(?:Error|Exception)\b/,
  errors: {
    "address-in-use": /EADDRINUSE/,
    "connection-reset": /ECONNRESET|EPIPE/,
    "too-many-files": /EMFILE/,
    "out-of-memory": /heap out of memory/,
    "no-more-threads": /\bspawn\b.*EAGAIN/,
    "not-text": /encoded data was not valid/,
    unreachable: /EADDRNOTAVAIL|ENETUNREACH|EHOSTUNREACH/,
    "no-name-server": /\bquery\w* E(?:CONNREFUSED|TIMEOUT|SERVFAIL)\b|\bEAI_AGAIN\b/,
  },
};
