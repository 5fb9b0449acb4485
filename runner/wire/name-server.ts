import { once } from "node:events";
import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import dnsPacket, { type Answer, type Packet, type Question } from "dns-packet";
import { bindUdp, sendDatagram } from "./udp-socket.ts";

/** The addresses of one name, and how a name server answers questions about it. */
export interface NameRecord {
  name: string;
  /** IPv4 and IPv6 addresses; a reverse look-up of an IPv4 address gives the name. */
  addresses: readonly string[];
  /** Delay of every answer about the name; silent: no answer is sent. @default 0 */
  afterMs?: number | "silent";
}

/**
 * A name server that the grader plays, over UDP and TCP: it answers questions about the given names and their addresses, and answers
 * NXDOMAIN to all others.
 */
export class NameServer {
  readonly #records: readonly NameRecord[];
  /** Called with each delayed answer, so that no step gives up its wait before the answer was sent. */
  readonly #during: (work: Promise<void>) => Promise<void>;
  readonly #closing = new AbortController();
  readonly #connections = new Set<net.Socket>();
  readonly #ends: (() => Promise<unknown>)[] = [];
  /** The port of its UDP socket. */
  port = 0;

  private constructor(records: readonly NameRecord[], during: (work: Promise<void>) => Promise<void>) {
    this.#records = records;
    this.#during = during;
  }

  /** Opens it on an address of this machine. @param place port 53 if programs are to find it; 0: any port, and over UDP alone */
  static async open(
    records: readonly NameRecord[],
    place: { address: string; port: number },
    during: (work: Promise<void>) => Promise<void>,
  ): Promise<NameServer> {
    const server = new NameServer(records, during);
    server.port = await server.#openUdp(place);
    if (place.port !== 0) await server.#openTcp(place);
    return server;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const connection of this.#connections) connection.destroy();
    await Promise.all(this.#ends.map((end) => end()));
  }

  async #openUdp(place: { address: string; port: number }): Promise<number> {
    const socket = await bindUdp(place);
    if (socket === null) throw new Error(`the grader could not bind port ${place.port} at ${place.address}`);
    socket.on("message", (bytes, from) => {
      void this.#answer(bytes, async (reply) => {
        if (!this.#closing.signal.aborted) await sendDatagram(socket, dnsPacket.encode(reply), from);
      });
    });
    this.#ends.push(() => {
      socket.close();
      return once(socket, "close");
    });
    return socket.address().port;
  }

  async #openTcp({ address, port }: { address: string; port: number }): Promise<void> {
    const server = net.createServer((connection) => this.#serve(connection));
    server.listen(port, address);
    await once(server, "listening");
    this.#ends.push(() => {
      server.close();
      return once(server, "close");
    });
  }

  /** Over TCP, two bytes with the length come before each message (RFC 1035, section 4.2.2). */
  #serve(connection: net.Socket): void {
    this.#connections.add(connection);
    connection.on("close", () => this.#connections.delete(connection));
    connection.on("error", () => {});
    let unread = Buffer.alloc(0);
    connection.on("data", (bytes) => {
      unread = Buffer.concat([unread, bytes]);
      while (unread.length >= 2 && unread.length >= 2 + unread.readUInt16BE()) {
        const end = 2 + unread.readUInt16BE();
        const query = unread.subarray(2, end);
        unread = unread.subarray(end);
        void this.#answer(query, async (reply) => void connection.write(dnsPacket.streamEncode(reply)));
      }
    });
  }

  async #answer(bytes: Buffer, send: (reply: Packet) => Promise<void>): Promise<void> {
    const query = decoded(bytes);
    const [question] = query?.questions ?? [];
    if (query === null || question === undefined) return;
    const { records, answers } = this.#lookUp(question);
    const late = records[0]?.afterMs ?? 0;
    if (late === "silent") return;
    if (late > 0 && !(await this.#isStillOpenAfter(late))) return;
    await send(response(query, question, records.length > 0 ? answers : null));
  }

  async #isStillOpenAfter(ms: number): Promise<boolean> {
    const waiting = delay(ms, undefined, { signal: this.#closing.signal }).catch(() => {});
    await this.#during(waiting);
    return !this.#closing.signal.aborted;
  }

  /** The records of the type that the question asks for; null if there is no such name. */
  #lookUp({ name, type }: Question): { records: NameRecord[]; answers: Answer[] } {
    if (type === "PTR") {
      const records = this.#records.filter(({ addresses }) => addresses.some((each) => reverseName(each) === name));
      return { records, answers: records.map((record) => ({ type, name, ttl, data: record.name })) };
    }
    const records = this.#records.filter((record) => record.name.toLowerCase() === name.toLowerCase());
    const family = { A: 4, AAAA: 6 }[type as string];
    const addresses = records.flatMap((record) => record.addresses).filter((address) => net.isIP(address) === family);
    return { records, answers: addresses.map((data) => ({ type: family === 6 ? "AAAA" : "A", name, ttl, data })) };
  }
}

const ttl = 60;
const nameError = 3;

function decoded(bytes: Buffer): Packet | null {
  try {
    return dnsPacket.decode(bytes);
  } catch {
    return null;
  }
}

/** A response; null instead of answers means that there is no such name (NXDOMAIN). */
function response(query: Packet, question: Question, answers: Answer[] | null): Packet {
  const flags = dnsPacket.AUTHORITATIVE_ANSWER | dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE;
  return {
    type: "response",
    id: query.id ?? 0,
    flags: answers === null ? flags | nameError : flags,
    questions: [question],
    answers: answers ?? [],
  };
}

/** The name that a reverse look-up of an IPv4 address asks for; null for IPv6, for which reverse look-ups are not answered. */
function reverseName(address: string): string | null {
  return net.isIPv4(address) ? `${address.split(".").reverse().join(".")}.in-addr.arpa` : null;
}
