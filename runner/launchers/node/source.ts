import type { SourceSigns } from "../source-signs.ts";
import { scriptSyntax } from "./syntax.ts";

/** What a source for Node shows: the modules `net` and `dgram`. */
export const nodeSource: SourceSigns = {
  syntax: scriptSyntax,
  isBrokenByCarriageReturns: true,
  sockets: {
    "tcp-server": [/\bcreateServer\s*\(/, /\bnew\s+(?:net\s*\.\s*)?Server\s*\(/],
    "tcp-client": [
      /\bcreateConnection\s*\(/,
      /\bnet\s*\.\s*connect\s*\(/,
      /\bnew\s+(?:net\s*\.\s*)?Socket\s*\(/,
      /(?<![\w.])connect\s*\(\s*[{\w]/,
    ],
    tcp: [/\bnet\b/],
    udp: [/\bcreateSocket\s*\(/],
    "udp-server": [/\.bind\s*\(/],
    ephemeral: [/\.bind\s*\(\s*0?\s*\)/],
    datagramSocket: [/\bcreateSocket\s*\(/],
    bound: [/\.bind\s*\(/],
  },
  input: {
    arguments: /argv|\bargs?\b|parseArgs|commander|yargs|minimist/,
    environment: /process\.env/,
    keyboard: /stdin|readline/,
  },
  sends: /\.(write|end|send|pipe)\s*\(|pipeline/,
};
