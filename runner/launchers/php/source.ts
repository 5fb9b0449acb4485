import { join, normalize } from "node:path/posix";
import type { SourceSigns } from "../source-signs.ts";
import { makeSyntax, tokens } from "../support/blank-out.ts";
import type { ImportRule } from "../support/local-imports.ts";

/** Text outside of `<?php … ?>` counts as a comment; strings may span several lines; `#[` begins an attribute. */
const phpSyntax = makeSyntax({
  comments: [
    String.raw`(?<![^])[^]*?(?:<\?(?:php\b|=)|$(?![^]))`,
    String.raw`\?>[^]*?(?:<\?(?:php\b|=)|$(?![^]))`,
    String.raw`(?:\/\/|#(?!\[))(?:(?!\?>)[^\n])*`,
    String.raw`\/\*[^]*?(?:\*\/|$(?![^]))`,
  ],
  strings: [
    String.raw`<<<[ \t]*(?<quote>["']?)(?<label>\w+)\k<quote>\n[^]*?(?<=\n)[ \t]*\k<label>\b`,
    String.raw`"(?:\\[^]|[^"\\])*"?`,
    String.raw`'(?:\\[^]|[^'\\])*'?`,
    tokens.template,
  ],
});

/** What a PHP source shows: the sockets extension, and streams with `tcp://` and `udp://` addresses. */
export const phpSource: SourceSigns = {
  syntax: phpSyntax,
  sockets: {
    "tcp-server": [
      /\bsocket_(?:listen|create_listen|accept)\s*\(/,
      /\bstream_socket_accept\s*\(/,
      { inStrings: /\bstream_socket_server\s*\(\s*["'](?!udp:)/ },
    ],
    "tcp-client": [
      /\bsocket_connect\s*\(/,
      { inStrings: /\bp?fsockopen\s*\((?!\s*["']udp:)/ },
      { inStrings: /\bstream_socket_client\s*\((?!\s*["']udp:)/ },
    ],
    tcp: [/\bSOCK_STREAM\b/, { inStrings: /["']tcp:\/\// }, { inStrings: /\bp?fsockopen\s*\((?!\s*["']udp:)/ }],
    udp: [/\bSOCK_DGRAM\b/, { inStrings: /["']udp:\/\// }],
    "udp-server": [/\bsocket_bind\s*\(/, /\bstream_socket_server\s*\(/],
    ephemeral: [/\bsocket_bind\s*\([^,;]*,[^,;)]*(?:,\s*0\s*)?\)/],
    datagramSocket: [/\bsocket_create\s*\([^()]*\bSOCK_DGRAM\b/],
    bound: [/\bsocket_bind\s*\(/],
  },
  input: {
    arguments: /\$argv\b|\$argc\b|getopt\s*\(|\$_SERVER\s*\[\s*["']arg[vc]/,
    environment: /getenv\s*\(|\$_ENV\b|\$_SERVER\b/,
    keyboard: /\bSTDIN\b|php:\/\/stdin|readline\s*\(/,
  },
  sends: /\b(?:fwrite|fputs|fprintf|socket_(?:write|send\w*)|stream_socket_sendto|stream_copy_to_stream)\s*\(/,
  sendsPart: /(?:^|[;{}])\s*@?(?:fwrite|fputs|socket_write|socket_send)\s*\(/m,
  startsAlone: (code) => startingSigns.some((sign) => sign.test(code)),
};

/** Statements at the left margin that do more than define, include or set up. */
const startingSigns = [
  /^(?:while|for|foreach|do|if|switch|try|echo|print|exit|die)\b/m,
  /^(?!(?:function|fn|class|return|declare|define|namespace|use|(?:require|include)(?:_once)?|error_reporting|ini_set|set_\w+|ob_\w+|date_\w+|spl_\w+)\b)[A-Za-z_\\][\w\\]*(?:::\w+)?\s*\(/m,
  /^\$\w+(?:(?:->|::)\w+)*\s*(?:=\s*[^;]*\(|\()/m,
  /^\(\s*new\b/m,
];

/** `require`, `include` and their `_once`, from the file's own folder or the root of the hand-in. */
export const phpIncludes: ImportRule = {
  syntax: phpSyntax,
  candidates(code, folder) {
    const found = code.matchAll(/\b(?:require|include)(?:_once)?\b[^;"'\n]*["']([^"'\n]+)["']/g);
    return [...found].map(([, name = ""]) => [join(folder, name), normalize(name.replace(/^\/+/, ""))]);
  },
};
