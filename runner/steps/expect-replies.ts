import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";
import { defineShortStep } from "./step.ts";
import type { GaveUp, StepFailure } from "./step-context.ts";
import { comparison } from "./support/comparison.ts";
import { fill } from "./support/fill.ts";
import { datagramsName, udpPeer } from "./support/names.ts";
import { fromAnotherPort, samePort } from "./support/same-port.ts";
import { duration } from "./support/units.ts";
import { patience, quiet } from "./wait.ts";

const fields = z.strictObject({
  at: datagramsName,
  least: z
    .int()
    .positive()
    .optional()
    .describe("So many must come; UDP may lose the rest. @default all that were sent"),
  most: z
    .int()
    .nonnegative()
    .optional()
    .describe("More may not come: a server that is to lose some does. @default all that were sent"),
  each: z
    .string()
    .optional()
    .describe(
      "What each reply is, where it is not what was sent: {upper(sent)}, with {sent} for the text that was sent",
    ),
  "same-port": samePort,
  within: duration.optional().describe("How long the program may idle between two replies. @default the test's limit"),
});

export const expectReplies = defineShortStep({
  summary:
    "The datagrams that a peer sent come back in any order, each by itself, none of them twice and nothing else with them.",
  example: "- expect-replies: { at: alice, least: 100 }",
  short: "at",
  schema: fields,
  values: ["sent"],
  onlyTalks: true,
  async play(step, context) {
    const peer = udpPeer(context, step.at);
    const sent = peer.outbox.splice(0).map((bytes) => replyTo(bytes, step.each));
    const waiting = new Replies(sent);
    const least = Math.min(step.least ?? sent.length, sent.length);
    for (;;) {
      const isEnough = waiting.came >= least;
      const waited = await context.until(
        () => peer.take() ?? undefined,
        isEnough ? quiet(quietMs) : patience(step.within),
      );
      if ("gaveUp" in waited) return isEnough ? null : missing(peer, waiting, least, waited.gaveUp);
      if (waiting.came >= (step.most ?? sent.length) && step.most !== undefined) {
        const facts = { came: waiting.came + 1, sent: sent.length, most: step.most };
        return { code: "too-many-replies", who: peer.name, facts };
      }
      const failure = waiting.take(waited.value.bytes, peer) ?? fromAnotherPort(step, waited.value, peer);
      if (failure) return failure;
    }
  },
});

function replyTo(sent: Buffer, each: string | undefined): Buffer {
  return each === undefined ? sent : Buffer.from(fill(each, { sent: sent.toString() }));
}

/** How long more is waited for where it cannot be proven that nothing comes. */
const quietMs = 300;

/** The datagrams that were sent, and how often each of them came back. */
class Replies {
  readonly #sent: readonly Buffer[];
  readonly #due: Map<string, number>;
  came = 0;

  constructor(sent: readonly Buffer[]) {
    this.#sent = sent;
    this.#due = new Map();
    for (const bytes of sent) this.#due.set(keyOf(bytes), (this.#due.get(keyOf(bytes)) ?? 0) + 1);
  }

  get sent(): number {
    return this.#sent.length;
  }

  take(bytes: Buffer, peer: UdpPeer): StepFailure | null {
    const due = this.#due.get(keyOf(bytes));
    if (due === undefined) {
      return { code: "reply-differs", who: peer.name, ...comparison(this.#nextDue() ?? Buffer.alloc(0), bytes) };
    }
    if (due === 0) return { code: "answered-twice", who: peer.name, actual: keepBytes(bytes) };
    this.#due.set(keyOf(bytes), due - 1);
    this.came += 1;
    return null;
  }

  #nextDue(): Buffer | undefined {
    return this.#sent.find((bytes) => (this.#due.get(keyOf(bytes)) ?? 0) > 0) ?? this.#sent[0];
  }
}

function keyOf(bytes: Buffer): string {
  return bytes.toString("latin1");
}

function missing(peer: UdpPeer, { came, sent }: Replies, least: number, gaveUp: GaveUp): StepFailure {
  return { code: "replies-missing", who: peer.name, facts: { came, sent, least }, gaveUp };
}
