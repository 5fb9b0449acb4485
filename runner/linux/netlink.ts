import { closeSync } from "node:fs";
import { getSystemErrorName } from "node:util";
import { receive, send, socket } from "./native.ts";

/** A conversation with the kernel about the network namespace in which it was opened; see netlink(7). */
export interface Netlink {
  /**
   * Sends one request and returns what `read` makes of the body of each answer, which it may use only while it is called; throws an Error
   * with the kernel's errno as `code`.
   */
  request<T>(type: number, flags: number, body: Buffer, read: (body: Buffer) => T): T[];
  close(): void;
}

/** Opens a netlink socket of a protocol, such as NETLINK_ROUTE (0) or NETLINK_SOCK_DIAG (4). */
export function openNetlink(protocol: number): Netlink {
  const descriptor = socket(afNetlink, sockRaw, protocol);
  let sequence = 0;
  return {
    request(type, flags, body, read) {
      sequence += 1;
      send(descriptor, withHeader(type, flags | requestFlag, sequence, body));
      return collect(descriptor, sequence, read);
    },
    close: () => closeSync(descriptor),
  };
}

/** Changes an interface, an address or a route (NETLINK_ROUTE) and waits for the kernel's answer; see rtnetlink(7). */
export function changeNetwork(type: number, flags: number, body: Buffer): void {
  const netlink = openNetlink(netlinkRoute);
  try {
    netlink.request(type, acknowledgeFlag | flags, body, () => null);
  } finally {
    netlink.close();
  }
}

/** Flags of a request for all objects (NLM_F_DUMP). */
export const dumpFlags = 0x300;
const acknowledgeFlag = 0x4;
/** Flag of a request that creates what is not there yet (NLM_F_CREATE). */
export const createFlag = 0x400;

const netlinkRoute = 0;
const afNetlink = 16;
const sockRaw = 3;
const requestFlag = 0x1;
const headerBytes = 16;
const errorType = 2;
const doneType = 3;
const inbox = Buffer.alloc(65_536);

function withHeader(type: number, flags: number, sequence: number, body: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(headerBytes + body.length, 0);
  header.writeUInt16LE(type, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt32LE(sequence, 8);
  return Buffer.concat([header, body]);
}

function collect<T>(descriptor: number, sequence: number, read: (body: Buffer) => T): T[] {
  const answers: T[] = [];
  for (;;) {
    const length = receive(descriptor, inbox);
    if (length === null) throw new Error("netlink: the kernel's answer is incomplete");
    for (const message of messages(inbox.subarray(0, length))) {
      if (message.sequence !== sequence) continue;
      if (message.type === doneType) return answers;
      if (message.type === errorType) {
        refuse(message.body.readInt32LE(0));
        return answers;
      }
      answers.push(read(message.body));
    }
  }
}

function* messages(bytes: Buffer) {
  let offset = 0;
  while (offset + headerBytes <= bytes.length) {
    const length = bytes.readUInt32LE(offset);
    yield {
      type: bytes.readUInt16LE(offset + 4),
      sequence: bytes.readUInt32LE(offset + 8),
      body: bytes.subarray(offset + headerBytes, offset + length),
    };
    offset += (length + 3) & ~3;
  }
}

function refuse(negativeErrno: number): void {
  if (negativeErrno === 0) return;
  const code = getSystemErrorName(negativeErrno);
  throw Object.assign(new Error(`netlink: ${code}`), { code });
}
