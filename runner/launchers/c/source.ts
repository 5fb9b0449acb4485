import { join, normalize } from "node:path/posix";
import type { Text } from "../../model/text.ts";
import type { SourceSigns } from "../source-signs.ts";
import { slashSyntax } from "../support/blank-out.ts";
import type { ImportRule } from "../support/local-imports.ts";

/** What a C or C++ source shows: the calls of POSIX, and Boost.Asio. */
export const cSource: SourceSigns = {
  syntax: slashSyntax,
  partEndings: [".h", ".hh", ".hpp", ".hxx"],
  sockets: {
    "tcp-server": [/\blisten\s*\(/, /\baccept4?\s*\(/, /\btcp\s*::\s*acceptor\b/],
    "tcp-client": [/(?<!\bdis)\bconnect\s*\(/],
    tcp: [/\bSOCK_STREAM\b/, /\btcp\s*::/],
    udp: [/\bSOCK_DGRAM\b/, /\budp\s*::\s*socket\b/],
    "udp-server": [/\bbind\s*\(/, /\budp\s*::\s*endpoint\s*\(/],
    ephemeral: [/\bsin6?_port\s*=\s*(?:htons\s*\(\s*0\s*\)|0)\s*;/],
    datagramSocket: [/\bsocket\s*\([^()]*\bSOCK_DGRAM\b/],
    bound: [/\bbind\s*\(/],
  },
  input: {
    arguments: /argv|argc|\bargs?\b|optarg|getopt|\bmain\s*\([^)]*\*\s*(\w+)\s*(?:\[\s*\])?\s*\)[\s\S]*\b\1\s*\[/,
    environment: /getenv|environ/,
    keyboard: /stdin|scanf|fgets|cin\b|getline|getchar/,
  },
  sends: /\b(send\w*|write\w*|dprintf|fprintf|fputs|fputc|fwrite|splice|sendfile|dup2|putc)\s*\(/,
  sendsPart: /(?:^|[;{})]|\bif\s*\(|\(void\))\s*(?:send|sendmsg|write)\s*\(/m,
  buffers: { writer: /\bfdopen\s*\(/, flush: /\bfflush\s*\(|\bsetv?buf\s*\(|\bsetlinebuf\s*\(|\bfclose\s*\(/ },
  startsAlone: (code) => definesMain.test(code),
};

/** Whether code, without comments and contents of strings, defines or calls `main`. */
export const definesMain = /\bmain\s*\(/;

/** `#include "…"`, next to the file, from the root of the hand-in or in its `include` folder. */
export const cIncludes: ImportRule = {
  syntax: slashSyntax,
  candidates(code, folder) {
    const found = code.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm);
    return [...found].map(([, name = ""]) => [join(folder, name), normalize(name), join("include", name)]);
  },
};

/** How C and C++ programs handle the error of one client. */
export const checksResults: Text = {
  en: "look at what recv() and send() return, and call signal(SIGPIPE, SIG_IGN)",
  id: "periksa hasil recv() dan send(), dan panggil signal(SIGPIPE, SIG_IGN)",
};
