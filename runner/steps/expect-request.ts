import * as z from "zod";
import { readHttp } from "../wire/http-message.ts";
import { defineStep } from "./step.ts";
import { checkBody, messageFailure, nextMessage, wantedBody, wantedHeaders } from "./support/http-fields.ts";
import { streamName, tcpPeer } from "./support/names.ts";
import { compile, keepGroups, pattern } from "./support/pattern.ts";
import { duration } from "./support/units.ts";

const schema = z
  .strictObject({
    at: streamName,
    method: z.string().optional().describe("@default GET"),
    path: z.string().optional().describe("The request's target, exactly. @default any"),
    "path-matches": pattern.optional().describe("A regular expression that the request's target matches"),
    headers: wantedHeaders,
    ...wantedBody,
    within: duration.optional().describe("How long the program may idle before the request. @default the test's limit"),
  })
  .superRefine(checkBody);

export const expectRequest = defineStep({
  summary:
    "The next HTTP request that a peer receives must be whole, well formed, and have this method, path, headers and body.",
  example: "- expect-request: { at: origin, path: /index.html, headers: { Host: true } }",
  schema,
  async play(step, context) {
    const peer = tcpPeer(context, step.at);
    const read = (bytes: Buffer, isEnded: boolean) => readHttp(bytes, { kind: "request", isEnded });
    const message = await nextMessage(peer, read, step.within, context);
    if ("code" in message) return message;
    const [method = "", target = ""] = message.start.split(" ");
    const matches = step["path-matches"];
    const found = matches === undefined ? null : compile(matches).find(Buffer.from(target));
    const isRight =
      method === (step.method ?? "GET") &&
      (step.path === undefined || target === step.path) &&
      (matches === undefined || found !== null);
    if (!isRight) {
      const wanted = `${step.method ?? "GET"} ${step.path ?? (matches === undefined ? "…" : `/${matches}/`)}`;
      return { code: "http-differs", who: step.at, facts: { what: "request", wanted, got: message.start } };
    }
    keepGroups(found, context);
    return messageFailure(message, step, step.at, context);
  },
});
