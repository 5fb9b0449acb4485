import { once } from "node:events";
import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Inbox } from "./inbox.ts";
import { lagMs } from "./lag.ts";
import { type Security, secure } from "./secure.ts";
import type { Transcript } from "./transcript.ts";

/** How a stream's other side ended it. */
export type StreamEnd = "orderly" | "reset";

/** How a peer sends: in how many writes, and what happens between them. */
export interface Pace {
  /** Sizes of the writes, in bytes; the last one repeats. */
  pieceBytes: (sent: number) => number;
  /** Resolves when the next write is due. */
  between: () => Promise<unknown>;
}

/** Where a peer connects to: a port, or a socket of AF_UNIX. */
export type Destination = PortDestination | PathDestination;

interface PathDestination {
  path: string;
  /** What the path is called. */
  shown: string;
  /** Whether a refused connection is tried again, because the program may not listen there yet. */
  mayBeEarly?: boolean;
}

interface PortDestination {
  /** An IP literal. */
  address: string;
  port: number;
  /** A socket of that address family, made elsewhere, to connect with. @default a fresh one */
  descriptor?: number;
}

/** TLS on a connection of a peer's. */
export interface Beginning {
  security: Security;
  /** The connection stands, and the handshake begins. */
  begun(): void;
}

/** How a peer reads: at most `bytes` at a time, with a pause of `everyMs` between two reads. */
export interface SlowReading {
  bytes: number;
  everyMs: number;
}

/** The grader's end of a TCP connection, under a name: alice, bob. */
export class TcpPeer {
  readonly transport = "tcp";
  readonly inbox = new Inbox();
  /** Everything it has received and not sent back, for `send: { received: true }`. */
  readonly heard = new Inbox();
  /** Everything it has sent and not got back, for `expect: { sent: true }`. */
  readonly outbox = new Inbox();
  /** Everything that went each way, for the diagnosis of what went wrong. */
  readonly log = { sent: [] as Buffer[], received: [] as Buffer[] };
  /** The writes of its last `send`, in order. */
  lastWrites: Buffer[] = [];
  /** When its last `send` began, and how much it had received by then. */
  sentSince: { ms: number; received: number } | null = null;
  /** How the other side ended the stream, once it did. */
  end: StreamEnd | null = null;
  readonly name: string;
  /** This end's port; it stays known after the connection was closed. */
  readonly ownPort: number;
  readonly #socket: net.Socket;
  /** The connection itself, where the stream is one of TLS in it. */
  readonly #raw: net.Socket;
  readonly #transcript: Transcript;
  /** Numbers of bytes: those it was told to send, those of them that the kernel has taken, and those it has received. */
  readonly #bytes = { given: 0, taken: 0, received: 0 };
  #finished = false;
  #echoes = false;
  /** When it last sent something, or began to receive what is in the inbox. */
  #lastMs = performance.now();
  /** How long the connection had been silent before the bytes that wait now, or were taken last; an upper bound in milliseconds. */
  gapMs = 0;

  /** The same before the other side ended the stream. */
  silentBeforeEndMs = 0;

  private constructor(name: string, socket: net.Socket, raw: net.Socket, transcript: Transcript) {
    this.name = name;
    this.#socket = socket;
    this.#raw = raw;
    this.ownPort = socket.localPort ?? 0;
    this.#transcript = transcript;
    raw.setNoDelay(true);
    socket.on("data", (bytes: Buffer) => this.#received(bytes));
    socket.on("end", () => this.#ended("orderly"));
    socket.on("error", () => this.#ended("reset"));
  }

  /**
   * Connects to a program; resolves with the system's error code (ECONNREFUSED, …) when nobody takes the connection, and with what
   * `secure` says where TLS does not come about. The address must be an IP literal: name look-ups would leave the private network.
   */
  static async connect(name: string, to: Destination, transcript: Transcript): Promise<TcpPeer | string>;
  static async connect(
    name: string,
    to: Destination,
    transcript: Transcript,
    tls: Beginning | undefined,
  ): Promise<TcpPeer | string | { tls: string }>;
  static async connect(
    name: string,
    to: Destination,
    transcript: Transcript,
    tls?: Beginning,
  ): Promise<TcpPeer | string | { tls: string }> {
    const detail = "path" in to ? to.shown : `${to.address} port ${to.port}`;
    for (;;) {
      const socket = dial(to);
      try {
        await once(socket, "connect");
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "unknown";
        if (!transcript.isClosed && isToTryAgain(code, to)) {
          await delay(againMs);
          continue;
        }
        transcript.record(name, "refused", { detail });
        return code;
      }
      transcript.record(name, "connect", { detail });
      tls?.begun();
      const stream = tls ? await secure(socket, tls.security) : socket;
      return typeof stream === "string" ? { tls: stream } : new TcpPeer(name, stream, socket, transcript);
    }
  }

  /** Takes a connection that a listener accepted. */
  static accepted(name: string, socket: net.Socket, transcript: Transcript, raw = socket): TcpPeer {
    const peer = new TcpPeer(name, socket, raw, transcript);
    transcript.record(name, "accepted", socket.localPort === undefined ? {} : { detail: `port ${socket.localPort}` });
    socket.resume();
    return peer;
  }

  /** This end's port, by which the kernel's tables name the connection; 0 once it is closed. */
  get localPort(): number {
    return this.#socket.localPort ?? 0;
  }

  /** Whether it is a connection over AF_UNIX, which is still open. */
  get isOverPath(): boolean {
    return this.ownPort === 0 && !this.#socket.destroyed;
  }

  /** The other end's port. */
  get remotePort(): number {
    return this.#socket.remotePort ?? 0;
  }

  /** How many bytes have passed so far: all that the kernel took, and of those received no more than were sent. Shows that a slow program makes progress. */
  get passedBytes(): number {
    return this.#bytes.taken + Math.min(this.#bytes.received, this.#bytes.given);
  }

  /** How many bytes it has received, whether or not a step has taken them. */
  get receivedBytes(): number {
    return this.#bytes.received;
  }

  /** Sends all bytes at the given pace; resolves when the kernel took them or the stream ended. */
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

  /** Sends back what it has received, and from now on whatever comes, as it comes. */
  echo(): void {
    this.#echoes = true;
    this.#sendBack();
  }

  /** From now on reads no faster than this. */
  readSlowly(pace: SlowReading): void {
    this.#socket.pause();
    const timer = setInterval(() => {
      const waiting = this.#socket.readableLength;
      const bytes: Buffer | null =
        waiting > 0 ? this.#socket.read(Math.min(pace.bytes, waiting)) : this.#socket.read(0);
      if (bytes) this.#received(bytes);
    }, pace.everyMs);
    this.#socket.removeAllListeners("data");
    this.#socket.once("close", () => clearInterval(timer));
  }

  /** Ends this side's sending; the other side may go on (RFC 9293, section 3.6). */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#socket.end();
    this.#transcript.record(this.name, "finished");
  }

  /** Closes the connection in an orderly way, whatever is still to come. */
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
    this.#lastMs = performance.now();
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
    if (this.inbox.length === 0) {
      const lag = lagMs();
      this.gapMs = performance.now() - this.#lastMs + lag;
      // It may have come as long ago as this process was held up; what comes after it is then not too early either.
      this.#lastMs = performance.now() - lag;
    }
    this.#bytes.received += bytes.length;
    this.inbox.add(bytes);
    this.heard.add(bytes);
    this.log.received.push(bytes);
    this.#transcript.record(this.name, "received", { bytes });
    if (this.#echoes) this.#sendBack();
  }

  #sendBack(): void {
    if (this.heard.length > 0) void this.send(this.heard.take(this.heard.length), null);
  }

  #ended(how: StreamEnd): void {
    if (this.end !== null) return;
    this.end = how;
    this.silentBeforeEndMs = performance.now() - this.#lastMs + lagMs();
    this.#transcript.record(this.name, how === "orderly" ? "ended" : "reset");
  }
}

function dial(to: Destination): net.Socket {
  const options = { allowHalfOpen: true, readable: true, writable: true };
  if ("path" in to) return new net.Socket(options).connect({ path: to.path });
  const { address: host, port, descriptor: fd } = to;
  return new net.Socket({ ...options, ...(fd !== undefined && { fd }) }).connect({ host, port });
}

/** Over AF_UNIX, connect() fails at once (EAGAIN) when the queue of connections is full. */
function isToTryAgain(code: string, to: Destination): boolean {
  return "path" in to && (code === "EAGAIN" || (code === "ECONNREFUSED" && to.mayBeEarly === true));
}

const againMs = 5;

/**
 * Breaks a connection off: with a reset, which AF_UNIX has only for whoever leaves bytes unread. A stream of TLS in it is gone with it,
 * and must not be destroyed beside it: Node crashes.
 */
export function breakOff(socket: net.Socket): void {
  if (socket.localPort === undefined) socket.destroy();
  else socket.resetAndDestroy();
}

/** Longer writes are split into parts of this many bytes, so that it is known how much the kernel has taken. */
const writtenAtOnce = 64 * 1024;
