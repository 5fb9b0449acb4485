import type dgram from "node:dgram";
import { once } from "node:events";
import type { DisturbedLine } from "./disturbance.ts";
import { mostUnasked } from "./flood.ts";
import { openAll } from "./open-all.ts";
import { Silence } from "./silence.ts";
import type { Transcript } from "./transcript.ts";
import { type Addressee, type Route, UdpRoutes } from "./udp-routes.ts";
import { bindUdp, sendDatagram, type UdpAddress } from "./udp-socket.ts";

/** One datagram that a peer received. */
export interface Datagram {
  bytes: Buffer;
  from: UdpAddress;
  /** The socket at which it arrived; the answer must be sent from it. */
  at: dgram.Socket;
  /** How long the peer had neither sent nor received anything before it arrived; an upper bound in milliseconds. */
  gapMs: number;
}

/**
 * A UDP endpoint that the grader plays: a client of a server under test, or the server of a client under test.
 *
 * Its sockets are not connected, so that an answer from another port arrives as well.
 */
export class UdpPeer {
  readonly transport = "udp";
  readonly name: string;
  /** Datagrams that were received and that no step has taken yet. */
  readonly datagrams: Datagram[] = [];
  /** Received datagrams that a relay has not forwarded yet, even if a step has taken them; null if the peer is not an end of a relay. */
  passing: Datagram[] | null = null;
  /** Datagrams taken and not sent back, for `send: { received: true }`. */
  readonly heard: Datagram[] = [];
  /** Datagrams sent and not received back, for `expect: { sent: true }`. */
  readonly outbox: Buffer[] = [];
  /** All datagrams in each direction, for the diagnosis of a failure. */
  readonly log = { sent: [] as Buffer[], received: [] as Buffer[] };
  /** Its last datagram. */
  lastWrites: Buffer[] = [];
  /** How many of its datagrams the disturbed line has dropped. */
  lost = 0;
  readonly #sockets: readonly dgram.Socket[];
  readonly #transcript: Transcript;
  readonly #routes: UdpRoutes;
  readonly #silence = new Silence();
  /** The `gapMs` of the datagram that was taken last. */
  gapMs = 0;
  readonly #lines: Lines = { out: null, in: null };
  #isClosed = false;
  /** Bytes of memory that all received datagrams would take. */
  #logged = 0;

  private constructor(
    name: string,
    sockets: readonly dgram.Socket[],
    remote: Omit<Route, "by"> | null,
    transcript: Transcript,
  ) {
    this.name = name;
    this.#sockets = sockets;
    this.#transcript = transcript;
    this.#routes = new UdpRoutes(sockets, remote);
    for (const socket of sockets) {
      socket.on("message", (bytes, { address, port }) =>
        this.#arriving({ bytes, from: { address, port }, at: socket, gapMs: 0 }),
      );
    }
  }

  /** A client whose datagrams go to the program at the address. */
  static async connect(
    name: string,
    to: UdpAddress,
    transcript: Transcript,
    /** fixed: the socket is connected, and so keeps its destination when this process moves to another network. */
    way: "free" | "fixed" = "free",
  ): Promise<UdpPeer> {
    const socket = await bindUdp({ address: to.address.includes(":") ? "::" : "0.0.0.0", port: 0 });
    if (socket === null) throw new Error(`the grader has no address from which it could reach ${to.address}`);
    if (way === "fixed") {
      socket.connect(to.port, to.address);
      await once(socket, "connect");
    }
    transcript.record(name, "connect", { detail: `${to.address} port ${to.port}` });
    return new UdpPeer(name, [socket], { ...to, ...(way === "fixed" && { isFixed: true }) }, transcript);
  }

  /**
   * A server on the port at the given addresses, except those that the machine does not have; it answers the sender of the datagram
   * taken last.
   */
  static async open(
    name: string,
    addresses: readonly string[],
    port: number,
    transcript: Transcript,
    /** Multicast groups that it joins; their port is shared with other members. */
    groups: readonly string[] = [],
  ): Promise<UdpPeer> {
    const isShared = groups.length > 0;
    // A socket that is bound to every address would also receive datagrams of groups that other sockets have joined.
    const bound = [...groups, ...addresses];
    const opening = bound.map((address) => bindUdp({ address, port }, { isShared }));
    const sockets = await openAll(opening, (socket) => socket.close());
    if (sockets.length === 0) throw new Error(`the grader could not bind port ${port} at ${addresses.join(", ")}`);
    transcript.record(name, "listen", { detail: `port ${port}` });
    const peer = new UdpPeer(name, sockets, null, transcript);
    for (const group of groups) peer.#routes.join(group, port);
    return peer;
  }

  /** A stranger that sends from another address and port to where another peer sends; null if that peer has no destination yet. */
  static async intrude(name: string, on: UdpPeer, transcript: Transcript): Promise<UdpPeer | null> {
    const to = on.#routes.to("usual");
    if (to === null) return null;
    const strange = to.address.startsWith("127.") ? await bindUdp({ address: strangeAddress, port: 0 }) : null;
    const socket = strange ?? (await bindUdp({ address: to.address, port: 0 }));
    if (socket === null) throw new Error(`the grader could not bind a port at ${to.address}`);
    transcript.record(name, "connect", { detail: `${to.address} port ${to.port}` });
    return new UdpPeer(name, [socket], to, transcript);
  }

  /** This end's port; 0 once it is closed. */
  get localPort(): number {
    return this.#isClosed ? 0 : (this.#sockets[0]?.address().port ?? 0);
  }

  /** The port to which its datagrams go; null for a server to which nothing was sent yet. */
  get remotePort(): number | null {
    return this.#routes.to("usual")?.port ?? null;
  }

  /** Disturbs datagrams from now on; a direction that is not given stays as it was. */
  disturb(lines: Partial<Lines>): void {
    Object.assign(this.#lines, lines);
  }

  /** Sends one datagram; false when no such destination is known yet. */
  async send(bytes: Buffer, to: Addressee = "usual"): Promise<boolean> {
    const route = this.#routes.to(to);
    if (route === null) return false;
    if (to === "group") this.#routes.group?.sending(bytes);
    await this.#sendTo(bytes, route);
    return true;
  }

  /** Sends every datagram that was taken back to its sender; false when none was taken. */
  async sendBack(answerTo: (bytes: Buffer) => Buffer = (bytes) => bytes): Promise<boolean> {
    const heard = this.heard.splice(0);
    for (const { bytes, from, at } of heard) await this.#sendTo(answerTo(bytes), { ...from, by: at });
    return heard.length > 0;
  }

  /** Takes the oldest datagram; a server answers its sender from now on. */
  take(): Datagram | null {
    const datagram = this.datagrams.shift() ?? null;
    if (datagram === null) return null;
    this.heard.push(datagram);
    this.gapMs = datagram.gapMs;
    this.#routes.took({ ...datagram.from, by: datagram.at });
    return datagram;
  }

  /** Closes the endpoint; datagrams that arrive later find a closed port. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#transcript.record(this.name, "closed");
    await this.discard();
  }

  /** Closes the endpoint at the end of a test, without recording it. */
  async discard(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await Promise.all(
      this.#sockets.map((socket) => {
        const closed = once(socket, "close");
        socket.close();
        return closed;
      }),
    );
  }

  async #sendTo(bytes: Buffer, to: Route): Promise<void> {
    // A relay may forward a datagram after its peer was closed: that one is dropped.
    if (this.#isClosed) return;
    this.outbox.push(bytes);
    this.lastWrites = [bytes];
    this.#silence.sends();
    this.log.sent.push(bytes);
    this.#transcript.record(this.name, "sent", { bytes });
    await this.#carry(this.#lines.out, bytes, () => sendDatagram(to.by, bytes, to.isFixed ? "connected" : to));
  }

  #arriving(datagram: Datagram): void {
    const isOwn = datagram.from.port === this.localPort && this.#routes.group?.isOwn(datagram.bytes);
    if (isOwn) return;
    void this.#carry(this.#lines.in, datagram.bytes, () => this.#arrived(datagram));
  }

  #arrived(datagram: Datagram): void {
    datagram.gapMs = this.#silence.receives();
    const isFlooded = this.#logged > mostUnasked;
    if (!isFlooded || this.datagrams.length < mostQueued) this.datagrams.push(datagram);
    if (this.passing !== null) {
      if (!isFlooded || this.passing.length < mostQueued) this.passing.push(datagram);
      this.#routes.passed({ ...datagram.from, by: datagram.at });
    }
    this.#logged += datagram.bytes.length + datagramCost;
    if (!isFlooded) this.log.received.push(datagram.bytes);
    const detail = `from port ${datagram.from.port}`;
    this.#transcript.record(this.name, "received", { bytes: datagram.bytes, detail });
  }

  /** Delivers a datagram over a line, which may lose, double or delay it; null: undisturbed. */
  async #carry(line: DisturbedLine | null, bytes: Buffer, deliver: () => void | Promise<void>): Promise<void> {
    if (line === null) return deliver();
    const deliverInTime = () => (this.#isClosed ? undefined : deliver());
    await line.carry(deliverInTime, () => {
      this.lost += 1;
      this.#transcript.record(this.name, "lost", { bytes });
    });
  }
}

/** The disturbances of the datagrams that a peer sends (`out`) and receives (`in`). */
interface Lines {
  out: DisturbedLine | null;
  in: DisturbedLine | null;
}

/** How many datagrams a flooded peer keeps in each queue; more are lost, as in any full queue. */
const mostQueued = 256;

/** The memory that a datagram takes beside its bytes. */
const datagramCost = 256;

/** A loopback address from which no other peer sends. */
const strangeAddress = "127.0.0.66";
