import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { defineShortStep } from "./step.ts";
import { peerName, streamOrDatagramPeer } from "./support/names.ts";
import { duration, toMs } from "./support/units.ts";
import { quiet } from "./wait.ts";

const fields = z.strictObject({
  at: peerName,
  for: duration.optional().describe("How long to wait if silence cannot be proven. @default 300ms"),
});

export const expectSilence = defineShortStep({
  summary: "Nothing may arrive at a peer, and its connection must stay open.",
  example: "- expect-silence: alice",
  short: "at",
  schema: fields,
  onlyTalks: true,
  async play(step, context) {
    const peer = streamOrDatagramPeer(context, step.at);
    const arrived = () => (peer instanceof TcpPeer ? peer.inbox.peek() : (peer.datagrams[0]?.bytes ?? Buffer.alloc(0)));
    const ended = () => (peer instanceof TcpPeer ? peer.end : null);
    const waited = await context.until(() => (arrived().length > 0 || ended() ? true : undefined), {
      ...quiet(toMs(step.for ?? "300ms")),
      isForSilence: true,
    });
    if ("gaveUp" in waited) return null;
    if (arrived().length > 0) return { code: "not-silent", who: step.at, actual: keepBytes(arrived()) };
    return { code: ended() === "reset" ? "reset-early" : "closed-early", who: step.at };
  },
});
