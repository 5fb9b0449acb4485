import { join, normalize } from "node:path/posix";
import type { SourceSigns } from "../source-signs.ts";
import { makeSyntax, tokens } from "../support/blank-out.ts";
import type { ImportRule } from "../support/local-imports.ts";

const rubySyntax = makeSyntax({
  comments: [
    tokens.hashComment,
    String.raw`(?<![^\n])=begin\b[^]*?(?:\n=end[^\n]*|$(?![^]))`,
    String.raw`(?<![^\n])__END__\n[^]*`,
  ],
  strings: [tokens.doubleQuoted, tokens.singleQuoted, tokens.template],
});

/** What a Ruby source shows: the library `socket`. A call may have no brackets. */
export const rubySource: SourceSigns = {
  syntax: rubySyntax,
  isBrokenByCarriageReturns: true,
  sockets: {
    "tcp-server": [/\bTCPServer\b/, /\btcp_server_(?:sockets|loop)\b/, /\.(?:listen|accept(?:_nonblock)?)\b/],
    "tcp-client": [/\bTCPSocket\s*\.\s*(?:new|open)\b/, /\bSocket\s*\.\s*tcp\b/, /\.connect(?:_nonblock)?\b/],
    tcp: [/\bTCPSocket\b/, /\bSocket\s*\.\s*tcp\b/, /\bSOCK_STREAM\b|:STREAM\b/],
    udp: [/\bUDPSocket\b/, /\budp_server_\w+/, /\bSOCK_DGRAM\b|:DGRAM\b/],
    "udp-server": [/\.bind\b/, /\budp_server_\w+/],
    ephemeral: [/\.bind\s*\(?[^,\n]*,\s*0\b/],
    datagramSocket: [/\bUDPSocket\s*\.\s*(?:new|open)\b/, /\bSocket\s*\.\s*new\b[^\n]*DGRAM\b/],
    bound: [/\.bind\b/],
  },
  input: {
    arguments: /\bARGV\b|OptionParser|GetoptLong/,
    environment: /\bENV\b/,
    keyboard: /(?<![.\w])gets\b|\bSTDIN\b|\$stdin|\breadline\b/,
  },
  sends: /\.(?:write\w*|print|puts|send\w*|reply|syswrite|copy_stream)\b|<</,
  sendsPart: /(?:^|[;{}])\s*[\w.@]+\.(?:write_nonblock|syswrite|send)\b/m,
  startsAlone: (code) => startingSigns.some((sign) => sign.test(code)),
};

/** Statements at the left margin that do more than define, require or set up. */
const startingSigns = [
  /\b__FILE__\s*==|==\s*__FILE__/,
  /^(?:while|until|loop|for|begin|if|unless|case)\b/m,
  // A call, with brackets or without.
  /^(?!(?:def|class|module|require|require_relative|load|autoload|include|extend|using|private|public|protected|attr_\w+|alias|undef|end|rescue|ensure|else|elsif|when)\b)[A-Za-z_][\w.:]*[!?]?(?:\s*\(|\.\w+[!?]?\s*$|\s+(?:do\b|["'\w:{$@]))/m,
  /^[a-z_@$][\w, @$]*=\s*[\w:]+\s*\.\s*(?:new|open|tcp\w*|udp\w*)\b/m,
];

/** `require_relative`, and `require` or `load` of a path. */
export const rubyRequires: ImportRule = {
  syntax: rubySyntax,
  candidates(code, folder) {
    const relative = [...code.matchAll(/\brequire_relative\b\s*\(?\s*["']([^"'\n]+)["']/g)];
    const loaded = [...code.matchAll(/\b(?:require|load)\b\s*\(?\s*["'](\.{1,2}\/[^"'\n]+|[^"'\n]+\.rb)["']/g)];
    return [
      ...relative.map(([, name = ""]) => withEnding(join(folder, name))),
      ...loaded.map(([, name = ""]) => [...withEnding(normalize(name)), ...withEnding(join(folder, name))]),
    ];
  },
};

function withEnding(path: string): string[] {
  return [path, `${path}.rb`];
}
