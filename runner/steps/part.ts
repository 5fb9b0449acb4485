import * as z from "zod";
import { defineShortStep } from "./step.ts";
import type { Peers } from "./step-context.ts";
import { endpointName, streamName, streamOrDatagramPeer, tcpPeer } from "./support/names.ts";

const who = z.strictObject({ at: endpointName });
const whichStream = z.strictObject({ at: streamName });

export const finish = defineShortStep({
  summary: "A peer shuts down writing and goes on receiving (half-close).",
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
    "A peer closes its connection in an orderly way, or its UDP socket. The name of a listener, if no peer has the same name, makes that listener stop listening.",
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
  summary: "A peer resets its connection, as a crashed client does.",
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
