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
    method: z.string().optional().describe("@default GET, or POST with a body"),
    path: z.string().optional().describe("The request's target: /index.html, or a whole URL for a proxy. @default /"),
    version: z.enum(["1.0", "1.1"]).optional().describe("@default 1.1"),
    headers: sentHeaders,
    ...bodyFields,
    pieces: z.int().positive().optional().describe("Number of writes of about the same size. @default 1"),
    every: duration.optional().describe("Least pause between two writes. @default 15ms"),
  })
  .superRefine(checkBody);

export const request = defineStep({
  summary:
    "A peer sends an HTTP request, with Host and, if it has a body, Content-Length, unless `headers` gives other values.",
  example: "- request: { from: alice, path: /index.html, headers: { Connection: close } }",
  schema,
  acts: "alone",
  onlyTalks: true,
  async play(step, context) {
    const peer = tcpPeer(context, step.from);
    const body = bodyOf(step, context, step.from);
    const method = step.method ?? (body ? "POST" : "GET");
    const usual = {
      Host: `localhost:${peer.remotePort}`,
      ...(body && { "Content-Length": String(body.length) }),
    };
    const bytes = httpBytes(`${method} ${step.path ?? "/"} HTTP/${step.version ?? "1.1"}`, step.headers, usual, body);
    context.notes.set(`${step.from} asked for the head`, Number(method === "HEAD"));
    return sendBytes(peer, bytes, inPieces(step, bytes.length, context), context);
  },
});
