import * as z from "zod";
import { largestMessage } from "../../wire/flood.ts";
import { type HttpMessage, type HttpReading, header, type readHttp } from "../../wire/http-message.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepContext, StepFailure } from "../step-context.ts";
import { patience } from "../wait.ts";
import { comparison } from "./comparison.ts";
import { escapePattern } from "./escape-pattern.ts";
import { nothingCame } from "./expect-match.ts";
import { jsonFailure, wantedJson } from "./json.ts";
import { compile, keepGroups, pattern } from "./pattern.ts";
import { type PayloadFields, payloadBytes, payloadFields, payloadNames } from "./payload.ts";

/** Header fields that a step sends. */
export const sentHeaders = z
  .record(z.string(), z.string().nullable())
  .optional()
  .describe("Header fields by name; null omits one that is sent by default");

/** Header fields that a step expects. */
export const wantedHeaders = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.strictObject({ matches: pattern })]))
  .optional()
  .describe(
    "Header fields by name, in any case: a value, which parameters may follow (text/html; charset=utf-8), a pattern, true for any value, or false if the field must be absent",
  );

/** The ways to write a body: the same as for any payload. */
export const bodyFields = payloadFields;

/** The ways to describe the expected body. */
export const wantedBody = {
  ...payloadFields,
  json: wantedJson.optional(),
  "body-matches": pattern.optional().describe("A regular expression that the body matches somewhere"),
};

interface WantedBody extends PayloadFields {
  json?: unknown;
  "body-matches"?: string | undefined;
}

/** Reports a body that is given in two ways. */
export function checkBody(step: WantedBody, context: z.RefinementCtx): void {
  const given = [...payloadNames, "json", "body-matches"].filter(
    (name) => (step as Record<string, unknown>)[name] !== undefined,
  );
  if (given.length > 1) context.addIssue({ code: "custom", message: `give at most one of ${given.join(", ")}` });
}

/** The body that a step gives; null if it gives none. */
export function bodyOf(step: PayloadFields, context: StepContext, label: string): Buffer | null {
  return payloadNames.some((name) => step[name] !== undefined) ? payloadBytes(step, context, label) : null;
}

/** A message as bytes: its first line, header fields and body. Fields of the step replace the usual ones. */
export function httpBytes(
  start: string,
  fields: Readonly<Record<string, string | null>> | undefined,
  usual: Readonly<Record<string, string>>,
  body: Buffer | null,
): Buffer {
  const given = Object.entries(fields ?? {});
  const isGiven = (name: string) => given.some(([each]) => each.toLowerCase() === name.toLowerCase());
  const lines = [...Object.entries(usual).filter(([name]) => !isGiven(name)), ...given]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${start}\r\n${lines.join("")}\r\n`), body ?? Buffer.alloc(0)]);
}

/** Waits for a whole message and takes it; otherwise returns a failure. */
export async function nextMessage(
  peer: TcpPeer,
  read: (bytes: Buffer, isEnded: boolean) => ReturnType<typeof readHttp>,
  within: string | undefined,
  context: StepContext,
): Promise<HttpMessage | StepFailure> {
  peer.wants(largestMessage);
  const look = (): HttpReading => read(peer.inbox.peek(), peer.end === "orderly");
  const isDone = () => {
    const reading = look();
    return !("state" in reading) || reading.state === "malformed" || peer.end !== null ? true : undefined;
  };
  const waited = await context.until(isDone, { ...patience(within), passedBytes: () => peer.passedBytes });
  const reading = look();
  if (!("state" in reading)) {
    peer.inbox.take(reading.length);
    return reading;
  }
  const actual = peer.inbox.take(peer.inbox.length);
  const gaveUp = "gaveUp" in waited && { gaveUp: waited.gaveUp };
  if (actual.length === 0) return { code: nothingCame(peer), who: peer.name, ...gaveUp };
  const about = { who: peer.name, actual: keepBytes(actual), ...gaveUp };
  return reading.state === "malformed"
    ? { code: "http-malformed", ...about, facts: { what: reading.why } }
    : { code: "http-incomplete", ...about, facts: { what: reading.part } };
}

/** The first difference from the header fields and the body that a step wants; null if there is none. */
export function messageFailure(
  message: HttpMessage,
  step: WantedBody & { headers?: z.output<typeof wantedHeaders> },
  who: string,
  context: StepContext,
): StepFailure | null {
  for (const [name, wanted] of Object.entries(step.headers ?? {})) {
    const value = header(message, name);
    if (fits(value, wanted, context)) continue;
    const shown = typeof wanted === "object" ? `/${wanted.matches}/` : typeof wanted === "string" ? wanted : "";
    const fact = { name, wanted: shown, got: value ?? "", absent: wanted === false };
    return { code: "http-differs", who, facts: { what: "header", ...fact } };
  }
  const expected = bodyOf(step, context, who);
  if (expected && !message.body.equals(expected)) {
    return { code: "http-differs", who, facts: { what: "body" }, ...comparison(expected, message.body) };
  }
  const unlike = step.json === undefined ? null : jsonFailure(message.body, step.json, { who, transport: "body" });
  if (unlike) return unlike;
  const matches = step["body-matches"];
  const found = matches === undefined ? null : compile(matches).find(message.body);
  if (matches !== undefined && found === null) {
    return { code: "http-differs", who, facts: { what: "body", pattern: matches }, actual: keepBytes(message.body) };
  }
  keepGroups(found, context);
  return null;
}

type Wanted = NonNullable<z.output<typeof wantedHeaders>>[string];

function fits(value: string | undefined, wanted: Wanted, context: StepContext): boolean {
  if (typeof wanted === "boolean") return (value !== undefined) === wanted;
  if (value === undefined) return false;
  if (typeof wanted === "string") {
    const [got, due] = [value.toLowerCase(), wanted.toLowerCase()];
    return got === due || new RegExp(`^${escapePattern(due)}\\s*;`).test(got);
  }
  const found = compile(wanted.matches, { ignoreCase: true }).find(Buffer.from(value, "latin1"));
  keepGroups(found, context);
  return found !== null;
}
