import { close } from "node:fs";
import { attachFilter, bind, receive, setSocketOption, socket } from "./native.ts";
import { type Attempt, parsePacket } from "./packet.ts";
import { firstPacketsFilter } from "./packet-filter.ts";

/** A running record of where programs of a network connect or send to. */
export interface AttemptRecorder {
  /** The attempts so far, in the order of their first packets; each pair of destination and source port is listed once. */
  attempts(): Attempt[];
  stop(): void;
}

/** Records connection attempts and datagrams in the current network from now on; throws where packet(7) sockets are refused. */
export function recordAttempts(): AttemptRecorder {
  const descriptor = openPacketSocket();
  const seen = new Map<string, Attempt>();
  let open = true;
  const drain = () => drainInto(descriptor, seen);
  const timer = setInterval(drain, drainEveryMs);
  timer.unref();
  return {
    attempts() {
      if (open) drain();
      return [...seen.values()];
    },
    stop() {
      if (!open) return;
      drain();
      open = false;
      clearInterval(timer);
      closeInBackground(descriptor);
    },
  };
}

/** How often the socket is read: often enough that a burst of datagrams does not overflow it. */
const drainEveryMs = 10;
/** The receive buffer asked for; the kernel gives at most `net.core.rmem_max`, by default room for some 500 packets. */
const queueBytes = 4 << 20;
const mostAttempts = 10_000;
const head = Buffer.alloc(256);

/** Sets the filter before the socket is bound: no packet that it refuses is received. */
function openPacketSocket(): number {
  const afPacket = 17;
  const datagram = 2;
  const descriptor = socket(afPacket, datagram, 0);
  try {
    setSocketOption(descriptor, solSocket, receiveBuffer, queueBytes);
    attachFilter(descriptor, firstPacketsFilter());
    bind(descriptor, everyPacket());
  } catch (error) {
    closeInBackground(descriptor);
    throw error;
  }
  return descriptor;
}

/** Closing a packet socket takes the kernel 15 ms: a thread of Node's pool waits for that instead of this one. */
function closeInBackground(descriptor: number): void {
  close(descriptor, () => {});
}

const solSocket = 1;
const receiveBuffer = 8;

/** `struct sockaddr_ll` for ETH_P_ALL on every interface: loopback, and the one of `addInterface`, which multicast may use. */
function everyPacket(): Buffer {
  const address = Buffer.alloc(20);
  address.writeUInt16LE(17, 0);
  address.writeUInt16BE(0x0003, 2);
  return address;
}

function drainInto(descriptor: number, seen: Map<string, Attempt>): void {
  for (;;) {
    const length = receive(descriptor, head);
    if (length === null) return;
    const attempt = parsePacket(head.subarray(0, length));
    if (!attempt || seen.size >= mostAttempts) continue;
    const key = `${attempt.protocol} ${attempt.sourcePort} ${attempt.address} ${attempt.port}`;
    if (!seen.has(key)) seen.set(key, attempt);
  }
}
