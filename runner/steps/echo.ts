import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { streamName, tcpPeer } from "./support/names.ts";

export const echo = defineShortStep({
  summary:
    "From now on, a peer sends back all bytes as they arrive, and those that it has received before: an echo server for clients that wait for the echo of each part.",
  example: "- echo: bob",
  short: "at",
  schema: z.strictObject({ at: streamName }),
  onlyTalks: true,
  async play({ at }, context) {
    tcpPeer(context, at).echo();
    return null;
  },
});
