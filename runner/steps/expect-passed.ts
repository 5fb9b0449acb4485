import * as z from "zod";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { expectExit } from "./expect-exit.ts";
import { defineStep } from "./step.ts";
import { peerName, programName } from "./support/names.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

export const expectPassed = defineStep({
  summary:
    "Any bytes must arrive at an end of a relay, which shows that the two programs communicate. If there is no relay on this machine, because the two are connected directly, the client must end with status 0 instead.",
  example: "- expect-passed: { at: carol-to-server, client: client }",
  schema: z.strictObject({
    at: peerName.describe("The end of the relay: <name>-to-server for the server's answers"),
    client: programName.describe("The client that is connected to the relay"),
    within: duration.optional().describe("How long the programs may idle before it comes. @default the test's limit"),
  }),
  async play({ at, client, within }, context) {
    const peer = context.peers.get(at);
    if (peer === undefined) return expectExit.play({ of: client, status: 0, within }, context);
    const came = () => peer.log.received.length > 0;
    const isOver = () => peer instanceof TcpPeer && peer.end !== null;
    const waited = await context.until(() => (came() || isOver() ? true : undefined), patience(within));
    if (came()) return null;
    return { code: "nothing-passed", who: at, ...("gaveUp" in waited && { gaveUp: waited.gaveUp }) };
  },
});
