import { closeSync, writeFileSync } from "node:fs";
import { trace } from "../trace.ts";
import { ioctl, socket, unshare } from "./native.ts";
import { makeEveryAddressLocal } from "./routes.ts";

/**
 * Moves the main thread of this process, and every program that it starts from now on, into a new network namespace in which
 * there is only loopback.
 *
 * Sockets that are already open stay in the network in which they were made. The threads of Node's pool stay in the old
 * network, too: they must not be used to resolve names.
 */
export function enterFreshNetwork(): void {
  if (!tablesAreSmall) {
    unshare(cloneNewNet);
    tablesAreSmall = true;
    keepNextTablesSmall();
  }
  unshare(cloneNewNet);
  bringLoopbackUp();
  makeEveryAddressLocal();
  setting("ipv4/ip_unprivileged_port_start", 0);
  keepNextTablesSmall();
}

const cloneNewNet = 0x4000_0000;

/** Whether the current network was set up so that the next one gets small tables. */
let tablesAreSmall = false;

/** A new network gets hash tables sized for the whole machine, and each listing of its sockets walks through them. */
function keepNextTablesSmall(): void {
  setting("ipv4/tcp_child_ehash_entries", 1024);
  setting("ipv4/udp_child_hash_entries", 128);
}

/**
 * Writes a setting of the current network. It is skipped if the kernel is too old to have it, or if a container does not allow
 * writing to /proc/sys: wirecheck works without any of them.
 *
 * @throws Error for any other reason
 */
export function setting(name: string, value: number): void {
  try {
    writeFileSync(`/proc/sys/net/${name}`, `${value}`);
  } catch (error) {
    if (!harmless.has((error as NodeJS.ErrnoException).code)) throw error;
    trace("network", () => `the setting ${name} stays as it is: ${(error as Error).message}`);
  }
}

const harmless = new Set<string | undefined>(["ENOENT", "EROFS", "EACCES", "EPERM", "EINVAL", "EBUSY"]);

/** `struct ifreq` with SIOCGIFFLAGS and SIOCSIFFLAGS; see netdevice(7). */
function bringLoopbackUp(): void {
  const getFlags = 0x8913;
  const setFlags = 0x8914;
  const up = 0x1;
  const afInet = 2;
  const datagram = 2;
  const descriptor = socket(afInet, datagram, 0);
  try {
    const request = Buffer.alloc(40);
    request.write("lo");
    ioctl(descriptor, getFlags, request);
    request.writeUInt16LE(request.readUInt16LE(16) | up, 16);
    ioctl(descriptor, setFlags, request);
  } finally {
    closeSync(descriptor);
  }
}
