/** An HTTP/1.1 message as it was received (RFC 9112). */
export interface HttpMessage {
  /** Its first line: `GET / HTTP/1.1`, `HTTP/1.1 200 OK`. */
  start: string;
  /** Its header fields in their order, with names in lower case. */
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
  /** What marks the end of the body; `end`: only the end of the connection. */
  framing: "none" | "length" | "chunked" | "end";
  /** How many bytes it takes up. */
  length: number;
}

/** What the bytes received so far are: the beginning of a message, not HTTP, or a whole message. */
export type HttpReading =
  | { state: "incomplete"; part: "head" | "body" }
  | { state: "malformed"; why: HttpFault }
  | HttpMessage;

/**
 * start: the first line is neither a request nor a status line; header: a line is not a name, a colon and a value; length:
 * Content-Length is not a number; chunk: a chunk does not begin with its size.
 */
export type HttpFault = "start" | "header" | "length" | "chunk";

/** What must be known of a message in order to read it. */
export interface HttpTerms {
  kind: "request" | "response";
  /** Whether a response is to a HEAD request, and so has no body. @default false */
  isToHead?: boolean;
  /** Whether the connection has ended, so that no more bytes can come. */
  isEnded: boolean;
}

/** Reads the first message in the bytes received on a connection. Lines may end with \n alone, which RFC 9112 allows recipients to accept. */
export function readHttp(bytes: Buffer, { kind, isToHead = false, isEnded }: HttpTerms): HttpReading {
  const head = /^(?:\r?\n)?([^\r\n]*)\r?\n((?:[^\r\n]+\r?\n)*)\r?\n/.exec(bytes.toString("latin1"));
  const startLine = kind === "request" ? /^[!-~]+ \S+ HTTP\/1\.[01]$/ : /^HTTP\/1\.[01] \d{3}(?: .*)?$/;
  const begun = /^(?:\r?\n)?([^\r\n]+)\r?\n/.exec(bytes.toString("latin1", 0, 8192))?.[1];
  if (begun !== undefined && !startLine.test(begun)) return { state: "malformed", why: "start" };
  if (head === null) return { state: "incomplete", part: "head" };
  const headers: [string, string][] = [];
  for (const line of (head[2] ?? "").split(/\r?\n/).filter((each) => each !== "")) {
    const [, name, value = ""] = /^([!#$%&'*+\-.^_`|~\w]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined) return { state: "malformed", why: "header" };
    headers.push([name.toLowerCase(), value]);
  }
  const start = head[1] ?? "";
  const rest = bytes.subarray(head[0].length);
  const body = readBody(rest, headers, { hasNone: hasNoBody(start, isToHead), kind, isEnded });
  return "state" in body ? body : { start, headers, ...body, length: head[0].length + body.length };
}

/** The value of a header field; undefined if the message does not have it. */
export function header({ headers }: Pick<HttpMessage, "headers">, name: string): string | undefined {
  return headers.find(([each]) => each === name.toLowerCase())?.[1];
}

function hasNoBody(start: string, isToHead: boolean): boolean {
  return isToHead || /^HTTP\/1\.[01] (?:1\d\d|204|304)/.test(start);
}

type Body = Pick<HttpMessage, "body" | "framing" | "length">;

function readBody(
  bytes: Buffer,
  headers: [string, string][],
  { hasNone, kind, isEnded }: { hasNone: boolean; kind: HttpTerms["kind"]; isEnded: boolean },
): Body | Exclude<HttpReading, HttpMessage> {
  const none = { body: Buffer.alloc(0), framing: "none", length: 0 } as const;
  if (hasNone) return none;
  if (/\bchunked$/i.test(header({ headers }, "transfer-encoding") ?? "")) return readChunks(bytes);
  const written = header({ headers }, "content-length");
  if (written !== undefined && !/^\d+$/.test(written)) return { state: "malformed", why: "length" };
  if (written !== undefined) {
    const length = Number(written);
    if (bytes.length < length) return { state: "incomplete", part: "body" };
    return { body: bytes.subarray(0, length), framing: "length", length };
  }
  if (kind === "request") return none;
  return isEnded ? { body: bytes, framing: "end", length: bytes.length } : { state: "incomplete", part: "body" };
}

function readChunks(bytes: Buffer): Body | Exclude<HttpReading, HttpMessage> {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return { state: "incomplete", part: "body" };
    const size = /^([0-9a-fA-F]+)[ \t]*(?:;.*)?$/.exec(bytes.toString("latin1", at, end))?.[1];
    if (size === undefined) return { state: "malformed", why: "chunk" };
    const length = Number.parseInt(size, 16);
    at = end + 2;
    if (length === 0) {
      const trailer = /^(?:[^\r\n]+\r\n)*\r\n/.exec(bytes.toString("latin1", at));
      if (trailer === null) return { state: "incomplete", part: "body" };
      return { body: Buffer.concat(chunks), framing: "chunked", length: at + trailer[0].length };
    }
    if (bytes.length < at + length + 2) return { state: "incomplete", part: "body" };
    chunks.push(bytes.subarray(at, at + length));
    if (bytes.toString("latin1", at + length, at + length + 2) !== "\r\n") return { state: "malformed", why: "chunk" };
    at += length + 2;
  }
}
