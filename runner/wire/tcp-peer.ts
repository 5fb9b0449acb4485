import { once } from "node:events";
import type net from "node:net";
import { brokeOff } from "../linux/broke-off.ts";
import { breakOff } from "./break-off.ts";
import { type Destination, dial, nameOf } from "./dial.ts";
import { mostUnasked } from "./flood.ts";
import { Inbox } from "./inbox.ts";
import { readSlowly, type SlowReading } from "./read-slowly.ts";
import { type Security, secure } from "./secure.ts";
import { Silence } from "./silence.ts";
import type { Transcript } from "./transcript.ts";

/** How the peer's remote end ended the stream. */
export type StreamEnd = "orderly" | "reset";

/** How a peer sends: in how many writes, and what happens between them. */
export interface Pace {
  /** Sizes of the writes, in bytes; the last one repeats. */
  pieceBytes: (sent: number) => number;
  /** Resolves when the next write may begin. */
  between: () => Promise<unknown>;
}

/** TLS on the connection of a client. */
export interface ClientTls {
  security: Security;
  /** Called when the connection is established and the handshake begins. */
  begun(): void;
}

/** The grader's end of a TCP connection, under a name: alice, bob. */
export class TcpPeer {
  readonly transport = "tcp";
  readonly inbox = new Inbox();
  /** Everything it has received and not sent back, for `send: { received: true }`. */
  readonly heard = new Inbox();
  /** Everything it has sent and not received back, for `expect: { sent: true }`. */
  readonly outbox = new Inbox();
  /** All bytes in each direction, for the diagnosis of a failure. */
  readonly log = { sent: [] as Buffer[], received: [] as Buffer[] };
  /** The writes of its last `send`, in order. */
  lastWrites: Buffer[] = [];
  /** When its last `send` began, and how much it had received by then. */
  sentSince: { ms: number; received: number } | null = null;
  /** How the remote end ended the stream; null while it has not. */
  end: StreamEnd | null = null;
  readonly name: string;
  /** This end's port; it stays known after the connection was closed. */
  readonly ownPort: number;
  readonly #socket: net.Socket;
  /** The connection; with TLS, `#socket` is the encrypted stream on it. */
  readonly #raw: net.Socket;
  readonly #transcript: Transcript;
  /** Numbers of bytes: passed to `send`, of these taken by the kernel, and received. */
  readonly #bytes = { given: 0, taken: 0, received: 0 };
  #finished = false;
  #echoes = false;
  /** Of the bytes in the inbox, only the first end it. */
  readonly #silence = new Silence();
  /** Whether it received so much more than anybody waits for that it keeps no more of it. */
  #isFlooded = false;
  /** The longest reply that a step waited for, in bytes. */
  #longestWanted = 0;
  /** How many of the received bytes went into the log. */
  #logged = 0;
  /** How long the connection was silent before the bytes in the inbox, or those taken last; an upper bound in milliseconds. */
  gapMs = 0;
  /** How long the connection was silent before the remote end ended the stream; an upper bound in milliseconds. */
  silentBeforeEndMs = 0;

  private constructor(name: string, socket: net.Socket, raw: net.Socket, transcript: Transcript) {
    this.name = name;
    this.#socket = socket;
    this.#raw = raw;
    this.ownPort = socket.localPort ?? 0;
    this.#transcript = transcript;
    raw.setNoDelay(true);
    socket.on("data", (bytes: Buffer) => this.#received(bytes));
    socket.on("end", () => this.#ended(brokeOff(raw) ? "reset" : "orderly"));
    socket.on("error", () => this.#ended("reset"));
  }

  /**
   * Connects to a program; resolves with the system's error code (ECONNREFUSED, …) if the connection is refused, and with what `secure`
   * returns if the TLS handshake fails.
   */
  static async connect(name: string, to: Destination, transcript: Transcript): Promise<TcpPeer | string>;
  static async connect(
    name: string,
    to: Destination,
    transcript: Transcript,
    tls: ClientTls | undefined,
  ): Promise<TcpPeer | string | { tls: string }>;
  static async connect(
    name: string,
    to: Destination,
    transcript: Transcript,
    tls?: ClientTls,
  ): Promise<TcpPeer | string | { tls: string }> {
    const dialled = await dial(to, () => !transcript.isClosed);
    transcript.record(name, typeof dialled === "string" ? "refused" : "connect", { detail: nameOf(to) });
    if (typeof dialled === "string") return dialled;
    tls?.begun();
    const stream = tls ? await secure(dialled, tls.security) : dialled;
    return typeof stream === "string" ? { tls: stream } : new TcpPeer(name, stream, dialled, transcript);
  }

  /** The peer on a connection that a listener accepted. */
  static accepted(name: string, socket: net.Socket, transcript: Transcript, raw = socket): TcpPeer {
    const peer = new TcpPeer(name, socket, raw, transcript);
    transcript.record(name, "accepted", socket.localPort === undefined ? {} : { detail: `port ${socket.localPort}` });
    socket.resume();
    return peer;
  }

  /** This end's port, which identifies the connection in the kernel's tables; 0 once it is closed. */
  get localPort(): number {
    return this.#socket.localPort ?? 0;
  }

  /** Whether it is an open connection over AF_UNIX. */
  get isOverPath(): boolean {
    return this.ownPort === 0 && !this.#socket.destroyed;
  }

  /** The remote end's port. */
  get remotePort(): number {
    return this.#socket.remotePort ?? 0;
  }

  /**
   * A number that grows while a slow program makes progress: the bytes that the kernel has taken, and those received as far as they
   * are not more than were sent.
   */
  get passedBytes(): number {
    return this.#bytes.taken + Math.min(this.#bytes.received, this.#bytes.given);
  }

  /** How many bytes it has received, whether or not a step has taken them. */
  get receivedBytes(): number {
    return this.#bytes.received;
  }

  /** Sends all bytes at the given pace; resolves when the kernel has taken them or the stream has ended. */
  async send(bytes: Buffer, pace: Pace | null): Promise<void> {
    this.outbox.add(bytes);
    this.#bytes.given += bytes.length;
    this.lastWrites = [];
    this.sentSince = { ms: performance.now(), received: this.#bytes.received };
    let sent = 0;
    while (sent < bytes.length && this.#isOpen()) {
      const size = pace ? Math.max(1, pace.pieceBytes(sent)) : bytes.length;
      const piece = bytes.subarray(sent, sent + size);
      this.lastWrites.push(piece);
      await this.#write(piece);
      sent += piece.length;
      if (pace && sent < bytes.length) await pace.between();
    }
  }

  /** Keeps this many bytes even if they are many: a step waits for them. */
  wants(bytes: number): void {
    this.#longestWanted = Math.max(this.#longestWanted, bytes);
  }

  /** Sends back all that it has received, and from now on all bytes as they arrive. */
  echo(): void {
    this.#echoes = true;
    this.#sendBack();
  }

  /** From now on reads no faster than this. */
  readSlowly(pace: SlowReading): void {
    readSlowly(this.#socket, pace, (bytes) => this.#received(bytes));
  }

  /** Shuts down writing; the remote end may go on sending (RFC 9293, section 3.6). */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#socket.end();
    this.#transcript.record(this.name, "finished");
  }

  /** Closes the connection in an orderly way, without reading what may still arrive. */
  async close(): Promise<void> {
    if (this.#socket.destroyed) return;
    this.#transcript.record(this.name, "closed");
    this.#finished = true;
    this.#socket.end();
    this.#socket.destroySoon();
    await this.#gone();
  }

  /** Resets the connection (RST). */
  async reset(): Promise<void> {
    if (this.#socket.destroyed) return;
    this.#transcript.record(this.name, "reset-sent");
    breakOff(this.#raw);
    await this.#gone();
  }

  /** Resets the connection at the end of a test, so that no TIME_WAIT is left, and records nothing. */
  async discard(): Promise<void> {
    if (this.#socket.destroyed) return;
    this.#socket.removeAllListeners("data");
    breakOff(this.#raw);
    await this.#gone();
  }

  async #write(piece: Buffer): Promise<void> {
    this.#transcript.record(this.name, "sent", { bytes: piece });
    this.log.sent.push(piece);
    this.#silence.sends();
    for (let at = 0; at < piece.length && this.#isOpen(); at += writtenAtOnce) {
      const part = piece.subarray(at, at + writtenAtOnce);
      await new Promise<void>((resolve) => this.#socket.write(part, () => resolve()));
      this.#bytes.taken += part.length;
    }
  }

  #isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  async #gone(): Promise<void> {
    if (!this.#socket.closed) await once(this.#socket, "close");
  }

  #received(bytes: Buffer): void {
    if (this.inbox.length === 0) this.gapMs = this.#silence.receives();
    this.#bytes.received += bytes.length;
    this.#keep(bytes);
    this.#transcript.record(this.name, "received", { bytes });
    if (this.#echoes) this.#sendBack();
  }

  /** What is missing is not made up for later: after a gap, other bytes would be compared than those that were sent. */
  #keep(bytes: Buffer): void {
    const most = mostUnasked + 2 * this.#bytes.given + this.#longestWanted;
    this.#isFlooded ||= this.inbox.length + bytes.length > most;
    if (this.#isFlooded) return;
    this.inbox.add(bytes);
    if (this.heard.length < most) this.heard.add(bytes);
    this.#logged += bytes.length;
    if (this.#logged <= most) this.log.received.push(bytes);
  }

  #sendBack(): void {
    if (this.heard.length > 0) void this.send(this.heard.take(this.heard.length), null);
  }

  #ended(how: StreamEnd): void {
    if (this.end !== null) return;
    this.end = how;
    this.silentBeforeEndMs = this.#silence.lastedMs();
    this.#transcript.record(this.name, how === "orderly" ? "ended" : "reset");
  }
}

/** Longer writes are split into parts of this many bytes, so that it is known how much the kernel has taken. */
const writtenAtOnce = 64 * 1024;
