import { keepBytes } from "../../wire/keep-bytes.ts";
import type { UdpPeer } from "../../wire/udp-peer.ts";
import type { GaveUp, StepContext, StepFailure, WaitOptions } from "../step-context.ts";
import { quiet } from "../wait.ts";
import { comparison } from "./comparison.ts";
import { fromAnotherPort } from "./same-port.ts";

/** The replies that a peer must get to its datagrams. */
export interface Wanted {
  /** The datagrams that were sent, or the reply to each. */
  sent: readonly Buffer[];
  /** How well a reply fits a datagram that was sent; null if not at all. It counts as the answer to the one that it fits best. */
  fit: (sent: Buffer, reply: Buffer) => number | null;
  /** How often each may be answered. */
  times: number;
  /** How many datagrams must be answered. */
  least: number;
  /** How many replies may arrive. @default each as often as `times` */
  most?: number | undefined;
  samePort?: true | undefined;
  patience: WaitOptions;
}

/** How long to wait for more, if it cannot be proven that nothing will arrive. */
const quietMs = 300;

/** Takes the replies at a peer until no more arrive, and judges them. */
export async function takeReplies(wanted: Wanted, peer: UdpPeer, context: StepContext): Promise<StepFailure | null> {
  const replies = new Replies(wanted);
  const samePort = { "same-port": wanted.samePort };
  for (;;) {
    const isEnough = replies.answered >= wanted.least;
    const waiting = isEnough ? quiet(quietMs) : wanted.patience;
    const waited = await context.until(() => peer.take() ?? undefined, waiting);
    if ("gaveUp" in waited) return isEnough ? null : missing(peer, replies, wanted, waited.gaveUp);
    if (wanted.most !== undefined && replies.came >= wanted.most) {
      const facts = { came: replies.came + 1, sent: wanted.sent.length, most: wanted.most };
      return { code: "too-many-replies", who: peer.name, facts };
    }
    const failure = replies.take(waited.value.bytes, peer) ?? fromAnotherPort(samePort, waited.value, peer);
    if (failure) return failure;
  }
}

/** The datagrams that were sent, and how often each of them was answered. */
class Replies {
  readonly #sent: readonly { bytes: Buffer; answers: number }[];
  readonly #wanted: Wanted;
  came = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#sent = wanted.sent.map((bytes) => ({ bytes, answers: 0 }));
  }

  /** How many of the datagrams that were sent were answered. */
  get answered(): number {
    return this.#sent.filter(({ answers }) => answers > 0).length;
  }

  take(reply: Buffer, peer: UdpPeer): StepFailure | null {
    const fits = this.#sent.map(({ bytes }) => this.#wanted.fit(bytes, reply));
    const best = fits.reduce((most, fit) => (most === null || (fit ?? -1) > most ? fit : most), null);
    if (best === null) return { code: "reply-differs", who: peer.name, ...comparison(this.#nextDue(), reply) };
    const due = this.#sent.find(({ answers }, index) => fits[index] === best && answers < this.#wanted.times);
    if (due === undefined) return { code: "answered-twice", who: peer.name, actual: keepBytes(reply) };
    due.answers += 1;
    this.came += 1;
    return null;
  }

  #nextDue(): Buffer {
    const due = this.#sent.find(({ answers }) => answers === 0) ?? this.#sent[0];
    return due?.bytes ?? Buffer.alloc(0);
  }
}

function missing(peer: UdpPeer, { answered }: Replies, { sent, least }: Wanted, gaveUp: GaveUp): StepFailure {
  return { code: "replies-missing", who: peer.name, facts: { came: answered, sent: sent.length, least }, gaveUp };
}
