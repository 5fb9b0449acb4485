import { ipv4Bytes } from "./addresses.ts";
import { changeNetwork, createFlag } from "./netlink.ts";

/**
 * Makes every IPv4 address an address of this machine, as `ip route replace local 0.0.0.0/0 dev lo src 127.0.0.1` does: a program
 * that binds or dials 192.168.0.1 then works here as it did at home. Multicast datagrams reach only the sockets that joined the group
 * on the interface. See rtnetlink(7).
 *
 * @param source the source address of connections to them
 * @param index the interface on which a group is joined when the program names none
 */
export function makeEveryAddressLocal(source = "127.0.0.1", index = loopbackIndex): void {
  const everything = { type: localType, scope: hostScope, index: loopbackIndex, source };
  changeNetwork(newRoute, createFlag | replaceFlag, routeMessage(everything));
  const groups = { type: multicastType, scope: linkScope, index, source, prefix: multicastPrefix };
  changeNetwork(newRoute, createFlag | replaceFlag, routeMessage(groups));
}

/** The number of `lo`. */
export const loopbackIndex = 1;

const newRoute = 24;
const replaceFlag = 0x100;
const [localType, multicastType] = [2, 5];
const [linkScope, hostScope] = [253, 254];
const multicastPrefix = { bits: 4, address: "224.0.0.0" };

interface Route {
  type: number;
  scope: number;
  index: number;
  source: string;
  /** @default everything */
  prefix?: { bits: number; address: string };
}

/** `struct rtmsg` with the attributes RTA_DST, RTA_OIF and RTA_PREFSRC. */
function routeMessage({ type, scope, index, source, prefix }: Route): Buffer {
  const afInet = 2;
  const localTable = 255;
  const staticProtocol = 4;
  const header = [afInet, prefix?.bits ?? 0, 0, 0, localTable, staticProtocol, scope, type, 0, 0, 0, 0];
  const outputInterface = Buffer.alloc(4);
  outputInterface.writeUInt32LE(index);
  return Buffer.concat([
    Buffer.from(header),
    ...(prefix ? [attribute(1, ipv4Bytes(prefix.address))] : []),
    attribute(4, outputInterface),
    attribute(7, ipv4Bytes(source)),
  ]);
}

/** A `struct rtattr`, padded to whole words. */
export function attribute(type: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16LE(header.length + value.length, 0);
  header.writeUInt16LE(type, 2);
  return Buffer.concat([header, value, Buffer.alloc(-value.length & 3)]);
}
