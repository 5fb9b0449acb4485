import * as z from "zod";
import { defineShortStep } from "./step.ts";
import type { Peers } from "./step-context.ts";
import { endpointName, streamName, streamOrDatagramPeer, tcpPeer } from "./support/names.ts";

const who = z.strictObject({ at: endpointName });
const whichStream = z.strictObject({ at: streamName });

export const finish = defineShortStep({
  summary: "A peer ends its own sending and goes on receiving (half-close).",
  example: "- finish: alice",
  short: "at",
  schema: whichStream,
  acts: "alone",
  races: () => true,
  onlyTalks: true,
  async play({ at }, context: Peers) {
    tcpPeer(context, at).finish();
    return null;
  },
});

export const close = defineShortStep({
  summary:
    "A peer closes its connection in an orderly way, or its UDP socket; a listener of whose name there is no peer listens no more, as a server that is down.",
  example: "- close: alice",
  short: "at",
  schema: who,
  acts: "alone",
  races: () => true,
  onlyTalks: true,
  async play({ at }, context: Peers) {
    const listening = context.peers.has(at) ? undefined : context.listeners.get(at);
    await (listening ?? streamOrDatagramPeer(context, at)).close();
    return null;
  },
});

export const reset = defineShortStep({
  summary: "A peer breaks its connection off with a reset, as a crashed client does.",
  example: "- reset: alice",
  short: "at",
  schema: whichStream,
  acts: "alone",
  races: () => true,
  onlyTalks: true,
  async play({ at }, context: Peers) {
    await tcpPeer(context, at).reset();
    return null;
  },
});
