import * as z from "zod";
import { readHttp } from "../wire/http-message.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import { defineStep } from "./step.ts";
import { after, tooEarly } from "./support/after.ts";
import { checkBody, messageFailure, nextMessage, wantedBody, wantedHeaders } from "./support/http-fields.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { duration } from "./support/units.ts";
import { patience, quiet } from "./wait.ts";

const status = z.int().min(100).max(599);

const schema = z
  .strictObject({
    at: streamName,
    status: z
      .union([status, z.array(status).min(1)])
      .optional()
      .describe("The status, or several right ones. @default 200"),
    headers: wantedHeaders,
    ...wantedBody,
    length: z
      .enum(["right", "any"])
      .optional()
      .describe(
        "right: Content-Length or chunks must give the end of the body, not only the end of the connection. @default any",
      ),
    close: z
      .boolean()
      .optional()
      .describe("Whether the connection must end after it, or stay open for the next request. @default either"),
    after,
    within: duration
      .optional()
      .describe("How long the program may idle before the response. @default the test's limit"),
  })
  .superRefine(checkBody);

export const expectHttp = defineStep({
  summary:
    "The next HTTP response must be whole and well formed, with this status, these header fields and this body; chunks are joined.",
  example:
    '- expect-http: { at: alice, status: 200, headers: { Content-Type: text/html }, text: "<h1>Halo</h1>", length: right }',
  schema,
  onlyTalks: true,
  async play(step, context) {
    const peer = tcpPeer(context, step.at);
    const isToHead = context.notes.get(`${step.at} asked for the head`) === 1;
    const read = (bytes: Buffer, isEnded: boolean) => readHttp(bytes, { kind: "response", isToHead, isEnded });
    const message = await nextMessage(peer, read, step.within, context);
    if ("code" in message) return message;
    const wanted = [step.status ?? 200].flat();
    const got = Number(message.start.split(" ")[1]);
    if (!wanted.includes(got)) {
      const shown = wanted.join(", ");
      return { code: "http-differs", who: step.at, facts: { what: "status", wanted: shown, got: message.start } };
    }
    const failure = messageFailure(message, step, step.at, context);
    if (failure) return failure;
    const early = tooEarly(step, peer.gapMs);
    if (early) return early;
    if (step.length === "right" && message.framing === "end") {
      return { code: "http-differs", who: step.at, facts: { what: "length" } };
    }
    if (step.close === undefined) return null;
    const waited = await context.until(
      () => (peer.inbox.length > 0 ? "more" : (peer.end ?? undefined)),
      step.close ? patience(step.within) : quiet(300),
    );
    if ("value" in waited && waited.value === "more") {
      return { code: "reply-too-long", who: step.at, actual: keepBytes(peer.inbox.peek()) };
    }
    if ("value" in waited === step.close) return null;
    if ("value" in waited) return { code: "closed-early", who: step.at };
    return { code: "not-closed", who: step.at, gaveUp: waited.gaveUp };
  },
});
