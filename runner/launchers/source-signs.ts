import type { Syntax } from "./support/blank-out.ts";

/** What a source file of a language shows without being run. */
export interface SourceSigns {
  syntax: Syntax;
  /** Endings of source files that cannot be started themselves, such as headers. @default none */
  partEndings?: readonly string[];
  /** Whether a carriage return at the end of a line breaks it: `#!/bin/sh\r` names no program. @default false */
  isBrokenByCarriageReturns?: boolean;
  sockets: SocketSigns;
  input: InputSigns;
  /** All that its libraries call it to send something, printing on a stream of a socket included. @default unknown */
  sends?: RegExp;
  /** What makes a writer with a buffer, and what flushes one. @default none is known */
  buffers?: { writer: RegExp; flush: RegExp };
  /**
   * Whether starting the file does anything, judged from its code without comments and contents of strings.
   *
   * @default always
   */
  startsAlone?(code: string): boolean;
}

/** A sign in the code, or one that lies partly inside strings. */
export type Sign = RegExp | { inStrings: RegExp };

/** The calls that show what a source does with sockets. */
export interface SocketSigns {
  "tcp-server": readonly Sign[];
  "tcp-client": readonly Sign[];
  /** TCP is used, where `tcp-client` alone could mean a connected UDP socket. */
  tcp: readonly Sign[];
  udp: readonly Sign[];
  "udp-server": readonly Sign[];
  /** A UDP socket is bound, but to whatever port is free, as clients do. */
  ephemeral?: readonly Sign[];
  /** What makes a UDP socket, and what binds one or makes it bound, where both can be counted. */
  datagramSocket?: readonly RegExp[];
  bound?: readonly RegExp[];
}

/** Traces of where a program may get its port from. A way without a trace is not tried. */
export interface InputSigns {
  arguments: RegExp;
  environment: RegExp;
  keyboard: RegExp;
}
