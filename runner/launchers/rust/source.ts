import { join } from "node:path/posix";
import type { SourceSigns } from "../source-signs.ts";
import { slashSyntax } from "../support/blank-out.ts";
import type { ImportRule } from "../support/local-imports.ts";

/** What a Rust source shows: `std::net`, and Tokio, whose types have the same names. */
export const rustSource: SourceSigns = {
  syntax: slashSyntax,
  sockets: {
    "tcp-server": [/\b(?:Tcp|Unix)Listener\s*::\s*bind\b/],
    "tcp-client": [/\b(?:Tcp|Unix)Stream\s*::\s*connect/],
    tcp: [/\bTcpStream\b/],
    udp: [/\bUdpSocket\b/],
    "udp-server": [/\bUdpSocket\s*::\s*bind\b/],
    ephemeral: [{ inStrings: /\bUdpSocket\s*::\s*bind\s*\(\s*[^)]*:0"/ }],
  },
  input: {
    arguments: /env::args|\bargs?\b|clap/,
    environment: /env::var/,
    keyboard: /stdin|read_line/,
  },
  sends: /\b(write\w*|send\w*|copy\w*)\s*!?\s*\(/,
  sendsPart: /(?:^|[;{}])\s*(?:let\s+_\s*=\s*)?[\w.]+\.write\s*\(/m,
  buffers: { writer: /BufWriter::new/, flush: /\.flush\s*\(/ },
  startsAlone: (code) => /\bfn\s+main\s*\(/.test(code),
};

/** `mod name;`, a file of that name or a folder's mod.rs. */
export const rustModules: ImportRule = {
  syntax: slashSyntax,
  candidates(code, folder) {
    const found = code.matchAll(/^[^\S\n]*(?:pub\s+)?mod\s+(\w+)\s*;/gm);
    return [...found].map(([, name = ""]) => [join(folder, `${name}.rs`), join(folder, name, "mod.rs")]);
  },
};
