import { close } from "node:fs";
import net from "node:net";
import { ipv4Bytes } from "./addresses.ts";
import { bind, listen, setSocketOption, socket } from "./native.ts";

/** A port at which no attempt to connect is answered. */
export interface DeafListener {
  close(): void;
}

/**
 * Listens on a port of an IPv4 address so that connecting to it is as to an unreachable machine: SYNs are dropped. The kernel drops
 * them when a socket's queue of connections is full (listen(2)); one connection of this process fills a queue of length 0.
 *
 * @throws Error with `code` EADDRINUSE when another process listens on the port
 */
export async function openDeafListener(address: string, port: number): Promise<DeafListener> {
  const descriptor = socket(afInet, stream, 0);
  const filler = new net.Socket();
  const deaf = {
    close() {
      filler.destroy();
      close(descriptor, () => {});
    },
  };
  try {
    setSocketOption(descriptor, solSocket, reuseAddress, 1);
    bind(descriptor, socketAddress(address, port));
    listen(descriptor, 0);
    await connected(filler, address === "0.0.0.0" ? "127.0.0.1" : address, port);
    return deaf;
  } catch (error) {
    deaf.close();
    throw error;
  }
}

const afInet = 2;
const stream = 1;
const solSocket = 1;
const reuseAddress = 2;

function connected(filler: net.Socket, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    filler.once("connect", resolve).once("error", reject);
    filler.connect({ host, port });
  });
}

/** `struct sockaddr_in`; see ip(7). */
function socketAddress(address: string, port: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(afInet, 0);
  bytes.writeUInt16BE(port, 2);
  bytes.set(ipv4Bytes(address), 4);
  return bytes;
}
