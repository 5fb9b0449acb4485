import { STATUS_CODES } from "node:http";
import * as z from "zod";
import { defineStep } from "./step.ts";
import { bodyFields, bodyOf, checkBody, httpBytes, sentHeaders } from "./support/http-fields.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { inPieces } from "./support/pieces.ts";
import { sendBytes } from "./support/send-bytes.ts";
import { duration } from "./support/units.ts";

const schema = z
  .strictObject({
    from: streamName,
    status: z.int().min(100).max(599).optional().describe("@default 200"),
    headers: sentHeaders,
    ...bodyFields,
    pieces: z.int().positive().optional().describe("Number of writes of about the same size. @default 1"),
    every: duration.optional().describe("Least pause between two writes. @default 15ms"),
  })
  .superRefine(checkBody);

export const respond = defineStep({
  summary: "A peer sends an HTTP response, with Content-Length unless `headers` gives another value.",
  example: "- respond: { from: origin, status: 404, text: Not here }",
  schema,
  acts: "alone",
  async play(step, context) {
    const peer = tcpPeer(context, step.from);
    const body = bodyOf(step, context, step.from) ?? Buffer.alloc(0);
    const status = step.status ?? 200;
    const usual = { "Content-Length": String(body.length) };
    const bytes = httpBytes(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Unknown"}`, step.headers, usual, body);
    return sendBytes(peer, bytes, inPieces(step, bytes.length, context), context);
  },
});
