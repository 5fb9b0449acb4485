import { ipv4Bytes } from "./addresses.ts";
import { changeNetwork, createFlag } from "./netlink.ts";
import { setting } from "./network.ts";
import { attribute, loopbackIndex, makeEveryAddressLocal } from "./routes.ts";

/**
 * Gives the current network a second interface, next to loopback, with the IPv4 address, and makes that address the source of all
 * other routes: a program that asks for the address of its machine gets this one, however it asks.
 *
 * If the kernel offers no such interface, loopback gets the address as its second one.
 */
export function addInterface(address: string): void {
  // A link-local address that the kernel assigns by itself would be a second right answer.
  setting("ipv6/conf/default/disable_ipv6", 1);
  const index = kinds.some(make) ? interfaceIndex : loopbackIndex;
  changeNetwork(newAddress, createFlag, addressMessage(index, address));
  makeEveryAddressLocal(address, index);
}

const interfaceName = "eth0";
const interfaceIndex = 7;
const peerIndex = 8;
const newLink = 16;
const newAddress = 20;
const exclusiveFlag = 0x200;

/** Kinds of interfaces that need no hardware; not every kernel has all of them. */
const kinds = ["dummy", "ifb", "veth"] as const;

function make(kind: (typeof kinds)[number]): boolean {
  try {
    changeNetwork(newLink, createFlag | exclusiveFlag, linkMessage(kind));
  } catch {
    return false;
  }
  bringUp(interfaceIndex);
  if (kind === "veth") bringUp(peerIndex);
  return true;
}

function bringUp(index: number): void {
  const up = 0x1;
  changeNetwork(newLink, 0, interfaceHeader(index, up));
}

/** `struct ifinfomsg` and the kind of the interface; the other end of a veth gets an index of its own. See rtnetlink(7). */
function linkMessage(kind: string): Buffer {
  const [name, information, informationKind, data, peer] = [3, 18, 1, 2, 1];
  const details = [attribute(informationKind, Buffer.from(kind))];
  if (kind === "veth") details.push(attribute(data, attribute(peer, interfaceHeader(peerIndex, 0))));
  return Buffer.concat([
    interfaceHeader(interfaceIndex, 0),
    attribute(name, Buffer.from(`${interfaceName}\0`)),
    attribute(information, Buffer.concat(details)),
  ]);
}

function interfaceHeader(index: number, flags: number): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(index, 4);
  header.writeUInt32LE(flags, 8);
  header.writeUInt32LE(flags, 12);
  return header;
}

/** `struct ifaddrmsg` with the attributes IFA_ADDRESS and IFA_LOCAL. */
function addressMessage(index: number, address: string): Buffer {
  const afInet = 2;
  const prefixBits = 24;
  const header = Buffer.from([afInet, prefixBits, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32LE(index, 4);
  const bytes = ipv4Bytes(address);
  return Buffer.concat([header, attribute(1, bytes), attribute(2, bytes)]);
}
