import { join, normalize } from "node:path/posix";
import type { SourceSigns } from "../source-signs.ts";
import { makeSyntax, tokens } from "../support/blank-out.ts";
import type { ImportRule } from "../support/local-imports.ts";

const perlSyntax = makeSyntax({
  comments: [
    // $#list is the last index of a list.
    String.raw`(?<!\$)#[^\n]*`,
    String.raw`(?<![^\n])=[a-z]\w*\b[^]*?(?:\n=cut\b[^\n]*|$(?![^]))`,
    String.raw`(?<![^\n])__(?:END|DATA)__\n[^]*`,
  ],
  strings: [tokens.doubleQuoted, tokens.singleQuoted, tokens.template],
});

const udpSocket = { inStrings: /\bProto\s*=>\s*["']?udp\b/ };

/** What a Perl source shows: the functions of `Socket`, and IO::Socket::INET, which uses TCP unless Proto is another. */
export const perlSource: SourceSigns = {
  syntax: perlSyntax,
  isBrokenByCarriageReturns: true,
  partEndings: [".pm"],
  sockets: {
    "tcp-server": [/\bListen\s*=>/, /\blisten\s*\(?\s*[$A-Z]/, /\baccept\s*\(?\s*(?:my\b|[$A-Z])/, /->\s*accept\b/],
    "tcp-client": [/\bPeer(?:Addr|Host|Port)\b/, /\bconnect\s*\(?\s*[$A-Z]/, /->\s*connect\b/],
    tcp: [
      /\bSOCK_STREAM\b/,
      { inStrings: /\bIO::Socket::(?:INET6?|IP)\s*->\s*new\b(?![^;]*\bProto\s*=>\s*["']?udp\b)/ },
    ],
    udp: [/\bSOCK_DGRAM\b/, udpSocket],
    "udp-server": [/\bLocalPort\b/, /\bbind\s*\(?\s*[$A-Z]/],
    datagramSocket: [/\bIO::Socket::(?:INET6?|IP)\s*->\s*new\b/, /\bsocket\s*\([^)\n]*SOCK_DGRAM/],
    bound: [/\bLocalPort\b/, /\bbind\s*\(?\s*[$A-Z]/],
  },
  input: {
    arguments: /\bARGV\b|\bshift\s*(?:;|\/\/|\|\|)|\bGetopt\b|\bGetOptions\b/,
    environment: /\bENV\b/,
    keyboard: /<STDIN>|<>|\breadline\b/,
  },
  sends: /\b(?:print|printf|say|send|syswrite)\b/,
  sendsPart: /(?:^|[;{}])\s*(?:send|syswrite)\b/m,
};

/** `require "x.pl"` and `do "./x.pl"`, and modules in the hand-in that `use` names. */
export const perlRequires: ImportRule = {
  syntax: perlSyntax,
  candidates(code, folder) {
    const files = [...code.matchAll(/\b(?:require|do)\b\s*\(?\s*["']([^"'\n]+)["']/g)].map(([, name = ""]) => name);
    const modules = [...code.matchAll(/\b(?:use|require)\s+([A-Z]\w*(?:::\w+)*)/g)].map(
      ([, name = ""]) => `${name.replaceAll("::", "/")}.pm`,
    );
    return [
      ...files.map((name) => [normalize(name), join(folder, name)]),
      ...modules.map((name) => [join(folder, name), join("lib", name), join(folder, "lib", name)]),
    ];
  },
};
