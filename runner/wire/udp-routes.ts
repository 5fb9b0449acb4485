import type dgram from "node:dgram";
import { MulticastGroup } from "./multicast-group.ts";
import type { UdpAddress } from "./udp-socket.ts";

/** Where a datagram goes, and which socket sends it. */
export interface Route extends UdpAddress {
  by: dgram.Socket;
  /** Whether that socket is connected to it. */
  isFixed?: boolean;
}

/**
 * usual: the program that a client calls, or the sender whom a server answers; sender: where the last datagram taken came from, which
 * may be another port than that; group: the other members of the multicast group that was joined first.
 */
export type Addressee = "usual" | "sender" | "group" | UdpAddress;

/** Where the datagrams of a UDP peer go, and from which of its sockets. */
export class UdpRoutes {
  readonly #sockets: readonly dgram.Socket[];
  readonly #answersLast: boolean;
  #usual: Route | null;
  #lastSender: Route | null = null;
  #group: MulticastGroup | null = null;

  /** @param remote the program that a client calls; null for a server, which answers the sender of the datagram taken last */
  constructor(sockets: readonly dgram.Socket[], remote: Omit<Route, "by"> | null) {
    this.#sockets = sockets;
    this.#answersLast = remote === null;
    const [by] = sockets;
    this.#usual = remote && by ? { ...remote, by } : null;
  }

  /** The route to there; null if no such destination is known yet. */
  to(addressee: Addressee): Route | null {
    if (typeof addressee === "object") return this.#toAddress(addressee);
    if (addressee === "group") return this.#group && { ...this.#group.to, by: this.#group.socket };
    return addressee === "usual" ? this.#usual : this.#lastSender;
  }

  #toAddress(to: UdpAddress): Route | null {
    const isIpv6 = to.address.includes(":");
    const by = this.#sockets.find((socket) => socket.address().address.includes(":") === isIpv6) ?? this.#sockets[0];
    return by ? { ...to, by } : null;
  }

  /** A step has taken a datagram from this sender. */
  took(from: Route): void {
    this.#lastSender = from;
    this.passed(from);
  }

  /** A relay will pass on a datagram from this sender: a server answers it from now on. */
  passed(from: Route): void {
    if (this.#answersLast) this.#usual = from;
  }

  /** The multicast group that was joined first. */
  get group(): MulticastGroup | null {
    return this.#group;
  }

  /** Joins a multicast group with the socket that is bound to its address. */
  join(group: string, port: number): void {
    const by = this.#sockets.find((socket) => socket.address().address === group);
    if (by === undefined) throw new Error(`the grader could not bind port ${port} of the group ${group}`);
    const joined = MulticastGroup.join({ address: group, port }, by);
    this.#group ??= joined;
  }
}
