import { randomBytes } from "node:crypto";
import net from "node:net";

/** A WebSocket to a server on 127.0.0.1. */
export interface WebSocketClient {
  send(text: string): void;
  close(): void;
}

/** What happens on a WebSocket. */
export interface WebSocketEvents {
  onOpen(): void;
  onMessage(text: string): void;
  /** The server is not one of WebSockets, sent more than is accepted, or has gone. */
  onEnd(): void;
}

/**
 * Connects a WebSocket (RFC 6455) to a port of 127.0.0.1. Only what a debugger needs: whole messages of text. It is written here
 * because Node 20 has no client of its own, and because this server is a program of a hand-in: what it sends must be bounded.
 */
export function openWebSocket(to: { port: number; path: string }, events: WebSocketEvents): WebSocketClient {
  const socket = net.connect({ host: "127.0.0.1", port: to.port });
  let unread = Buffer.alloc(0);
  let isOpen = false;
  socket.on("connect", () => socket.write(handshake(to)));
  socket.on("data", (bytes) => {
    unread = Buffer.concat([unread, bytes]);
    if (!isOpen) {
      const end = unread.indexOf("\r\n\r\n");
      if (end < 0) return checkLength(longestHandshake);
      if (!/^HTTP\/1\.1 101 /.test(unread.toString("latin1", 0, end))) return socket.destroy();
      isOpen = true;
      unread = unread.subarray(end + 4);
      events.onOpen();
    }
    for (let frame = readFrame(unread); frame !== null; frame = readFrame(unread)) {
      unread = unread.subarray(frame.length);
      if (frame.opcode === textMessage && !socket.destroyed) events.onMessage(frame.payload.toString());
    }
    checkLength(longestMessage);
  });
  socket.on("error", () => {});
  socket.on("close", () => events.onEnd());
  return {
    send: (text) => socket.write(frameOf(Buffer.from(text))),
    close: () => socket.destroy(),
  };

  function checkLength(longest: number): void {
    if (unread.length > longest) socket.destroy();
  }
}

const longestHandshake = 16 * 1024;
const longestMessage = 4 * 1024 * 1024;

function handshake({ port, path }: { port: number; path: string }): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Version: 13",
    "\r\n",
  ].join("\r\n");
}

const textMessage = 0x1;

interface WebSocketFrame {
  opcode: number;
  payload: Buffer;
  /** How many bytes the frame takes up. */
  length: number;
}

/** The first frame from a server, whose frames are never masked; null if it has not arrived as a whole. */
function readFrame(bytes: Buffer): WebSocketFrame | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const start = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < start) return null;
  const size = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < start + size) return null;
  return {
    opcode: bytes.readUInt8(0) & 0xf,
    payload: bytes.subarray(start, start + size),
    length: start + size,
  };
}

/** A message of text, of less than 64 KiB, as one frame; frames from a client are masked. */
function frameOf(payload: Buffer): Buffer {
  const size = payload.length;
  const length = size < 126 ? [0x80 | size] : [0x80 | 126, size >> 8, size & 0xff];
  const mask = randomBytes(4);
  return Buffer.concat([
    Buffer.from([0x80 | textMessage, ...length]),
    mask,
    payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0)),
  ]);
}
