import { ipv4Bytes } from "./addresses.ts";
import { changeNetwork, createFlag } from "./netlink.ts";

/**
 * Makes every IPv4 address an address of this machine, as `ip route replace local 0.0.0.0/0 dev lo src 127.0.0.1` does, so
 * that a program which binds or dials 192.168.0.1 works here as it did at home. See rtnetlink(7).
 *
 * @param source the address from which they are dialled
 */
export function makeEveryAddressLocal(source = "127.0.0.1"): void {
  changeNetwork(newRoute, createFlag | replaceFlag, routeMessage(source));
}

const newRoute = 24;
const replaceFlag = 0x100;
const loopbackIndex = 1;

/** `struct rtmsg` with the attributes RTA_OIF and RTA_PREFSRC. */
function routeMessage(source: string): Buffer {
  const afInet = 2;
  const anyPrefix = 0;
  const localTable = 255;
  const staticProtocol = 4;
  const hostScope = 254;
  const localType = 2;
  const header = Buffer.from([afInet, anyPrefix, 0, 0, localTable, staticProtocol, hostScope, localType, 0, 0, 0, 0]);
  const outputInterface = Buffer.alloc(4);
  outputInterface.writeUInt32LE(loopbackIndex);
  return Buffer.concat([header, attribute(4, outputInterface), attribute(7, ipv4Bytes(source))]);
}

/** A `struct rtattr`, padded to whole words. */
export function attribute(type: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16LE(header.length + value.length, 0);
  header.writeUInt16LE(type, 2);
  return Buffer.concat([header, value, Buffer.alloc(-value.length & 3)]);
}
