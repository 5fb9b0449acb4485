import type { Syntax } from "./support/blank-out.ts";

/** What a source file of a language shows without being run. */
export interface SourceSigns {
  syntax: Syntax;
  /** Endings of source files that cannot be started themselves, such as headers. @default none */
  partEndings?: readonly string[];
  /** Whether a carriage return at the end of a line breaks it: `#!/bin/sh\r` does not name a program. @default false */
  isBrokenByCarriageReturns?: boolean;
  sockets: SocketSigns;
  input: InputSigns;
  /** All calls of its libraries that send something, including printing to a stream of a socket. @default unknown */
  sends?: RegExp;
  /** Calls that may send only a part of what they are given, and whose result is thrown away. @default none */
  sendsPart?: RegExp;
  /** Calls that make a buffered writer, and calls that flush one. @default unknown */
  buffers?: { writer: RegExp; flush: RegExp };
  /**
   * Whether starting the file does anything, judged from its code without comments and contents of strings.
   *
   * @default always
   */
  startsAlone?(code: string): boolean;
}

/** A sign in the code, or one that is partly inside strings. */
export type Sign = RegExp | { inStrings: RegExp };

/** The calls that show what a source does with sockets. */
export interface SocketSigns {
  "tcp-server": readonly Sign[];
  "tcp-client": readonly Sign[];
  /** TCP is used; `tcp-client` alone could mean a connected UDP socket. */
  tcp: readonly Sign[];
  udp: readonly Sign[];
  "udp-server": readonly Sign[];
  /** A UDP socket is bound, but to any free port, as clients do. */
  ephemeral?: readonly Sign[];
  /** Calls that make a UDP socket, and calls that bind one or make it bound, if both can be counted. */
  datagramSocket?: readonly RegExp[];
  bound?: readonly RegExp[];
}

/** Signs of how a program may get its port. A method without a sign is not tried. */
export interface InputSigns {
  arguments: RegExp;
  environment: RegExp;
  keyboard: RegExp;
}
