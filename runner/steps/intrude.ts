import * as z from "zod";
import { UdpPeer } from "../wire/udp-peer.ts";
import { defineStep } from "./step.ts";
import { datagramsName, LabFault, newName, udpPeer } from "./support/names.ts";

export const intrude = defineStep({
  summary:
    "Opens a stranger: a UDP socket at another address and port, whose datagrams go to the same program as those of the peer.",
  example: "- intrude: { as: mallory, on: bob }",
  schema: z.strictObject({ as: newName, on: datagramsName.describe("The peer that it pretends to be") }),
  brings: ({ as }) => [{ name: as, kind: "datagrams" }],
  onlyTalks: true,
  async play(step, context) {
    const stranger = await UdpPeer.intrude(step.as, udpPeer(context, step.on), context.transcript);
    if (stranger === null) throw new LabFault(`${step.on} knows no program yet: it must expect a datagram first`);
    context.peers.set(step.as, stranger);
    return null;
  },
});
