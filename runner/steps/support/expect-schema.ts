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
      .describe("Exactly the bytes that this peer sent and that did not come back yet; over UDP, the oldest datagram"),
    message: z
      .literal("any")
      .optional()
      .describe("Any bytes at all, up to the moment when no more come for now; over UDP, one datagram"),
    matches: pattern
      .optional()
      .describe(
        "A regular expression that what came matches. The match is taken, and where it ends within a line the rest of that line; what lies behind is left for the next step",
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
        "Over TCP, no more bytes a second may come than this, counted from when the peer began to send; see `burst`",
      ),
    burst: size
      .optional()
      .describe("With most-per-second: so many bytes may come at once. @default those of one second"),
    within: duration.optional().describe("How long the program may idle before the reply. @default the test's limit"),
  })
  .superRefine(checkPayload("sent", "message", "matches"))
  .superRefine((step, context) => {
    if (step.burst === undefined || step["most-per-second"] !== undefined) return;
    const message = "`burst` goes with `most-per-second`: write that beside it";
    context.addIssue({ code: "custom", path: ["burst"], message, params: { about: "key" } });
  })
  .superRefine(({ newline, whole }, context) => {
    if (newline === undefined || whole) return;
    const message = "`newline: optional` says what may follow the whole reply: write `whole: true` beside it";
    context.addIssue({ code: "custom", path: ["newline"], message, params: { about: "key" } });
  });

export type ExpectArgs = z.output<typeof expectSchema>;
