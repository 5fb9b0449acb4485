import type { OutputSigns } from "../output-signs.ts";

/** How the C library words errors (strerror(3)), as most languages that are built on it do. */
export const cOutput: OutputSigns = {
  errors: {
    "address-in-use": /[Aa]ddress already in use/,
    "connection-reset": /[Cc]onnection [Rr]eset|[Bb]roken [Pp]ipe/,
    "too-many-files": /[Tt]oo many open files/,
    "out-of-memory": /[Cc]annot allocate memory/,
    "no-more-threads": /\bfork\b.*Resource temporarily unavailable/,
    unreachable: /[Cc]annot assign requested address|[Nn]etwork is unreachable|[Nn]o route to host/,
    "no-name-server": /Temporary failure in name resolution/,
  },
};
