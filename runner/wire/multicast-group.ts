import type dgram from "node:dgram";
import type { UdpAddress } from "./udp-socket.ts";

/** The multicast group of a peer, to which it sends, and from which it also receives its own datagrams. */
export class MulticastGroup {
  readonly to: UdpAddress;
  /** The socket that has joined the group. */
  readonly socket: dgram.Socket;
  /** Datagrams that were sent to the group and have not come back yet. */
  readonly #sent: Buffer[] = [];

  private constructor(to: UdpAddress, socket: dgram.Socket) {
    this.to = to;
    this.socket = socket;
  }

  /** Joins a group on loopback and on the default interface. */
  static join(to: UdpAddress, socket: dgram.Socket): MulticastGroup {
    for (const interfaceAddress of ["127.0.0.1", undefined]) {
      try {
        socket.addMembership(to.address, interfaceAddress);
      } catch {
        // The machine has no such interface, or the group was joined on it already.
      }
    }
    return new MulticastGroup(to, socket);
  }

  /** Remembers a datagram that is sent to the group. */
  sending(bytes: Buffer): void {
    this.#sent.push(bytes);
  }

  /** Whether a datagram from the peer's own port is one that it sent; another member may have the same port. Each is recognised once. */
  isOwn(bytes: Buffer): boolean {
    const at = this.#sent.findIndex((own) => own.equals(bytes));
    if (at >= 0) this.#sent.splice(at, 1);
    return at >= 0;
  }
}
