import * as z from "zod";
import { after } from "./after.ts";
import { peerName } from "./names.ts";
import { ignoreCase, pattern } from "./pattern.ts";
import { checkPayload, payloadFields } from "./payload.ts";
import { otherPort, samePort } from "./same-port.ts";
import { duration, size } from "./units.ts";

/** The arguments of an `expect` step. */
export const expectSchema = z
  .strictObject({
    at: peerName,
    ...payloadFields,
    sent: z
      .literal(true)
      .optional()
      .describe("Exactly the bytes that this peer sent and did not receive back yet; over UDP, the oldest datagram"),
    message: z.literal("any").optional().describe("Any bytes, until the program pauses; over UDP, one datagram"),
    matches: pattern
      .optional()
      .describe(
        "A regular expression that the received bytes match. The match is taken and, if it ends within a line, the rest of that line; later bytes are left for the next step",
      ),
    "ignore-case": ignoreCase,
    whole: z.boolean().optional().describe("Nothing more may follow. @default false"),
    newline: z
      .literal("optional")
      .optional()
      .describe("With whole: a newline may follow, for programs that end their messages with one"),
    "same-port": samePort,
    "other-port": otherPort,
    after,
    "most-per-second": size
      .optional()
      .describe(
        "Over TCP, the greatest number of bytes that may arrive in a second, counted from when the peer began to send; see `burst`",
      ),
    burst: size
      .optional()
      .describe("With most-per-second: how many bytes may arrive at once. @default those of one second"),
    within: duration.optional().describe("How long the program may idle before the reply. @default the test's limit"),
  })
  .superRefine(checkPayload("sent", "message", "matches"))
  .superRefine((step, context) => {
    if (step.burst === undefined || step["most-per-second"] !== undefined) return;
    const message = "`burst` needs `most-per-second`: add it";
    context.addIssue({ code: "custom", path: ["burst"], message, params: { about: "key" } });
  })
  .superRefine(({ newline, whole }, context) => {
    if (newline === undefined || whole) return;
    const message = "`newline: optional` says what may follow the whole reply: it needs `whole: true`";
    context.addIssue({ code: "custom", path: ["newline"], message, params: { about: "key" } });
  });

export type ExpectArgs = z.output<typeof expectSchema>;
