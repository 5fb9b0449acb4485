import * as z from "zod";

const byteCount = z.int().nonnegative();
const port = z.int();
const ending = z.enum(["orderly", "reset"]);
const transport = z.enum(["tcp", "udp"]).describe("The transport over which it should listen");
const family = z.enum(["ipv4", "ipv6"]).describe("The address family over which it does not listen");
const lost = z.int().positive().describe("How many datagrams the test has dropped on purpose");
const status = z.int().describe("Exit status of the program");
const path = z.string().describe("Path of the file in the program's working folder");
const pattern = z.string().describe("The regular expression that did not match");
const socketPath = z.string().optional().describe("The path of the AF_UNIX socket, instead of a port");
const address = {
  address: z.string().optional().describe("The address to which the peer connected, unless it was a path"),
  port: port.optional(),
  path: socketPath,
};

/** The limits at which a program or a build is ended. */
export const passedLimit = z.enum(["output", "memory", "cpu", "processes", "disk", "idle"]);
export type PassedLimit = z.infer<typeof passedLimit>;

const limit = passedLimit.describe("The limit at which the program was ended");

/**
 * Every way in which a step of a test can fail, and the facts of each, which the step must give because its sentence and the diagnoses
 * read them.
 */
export const factsByCode = {
  "no-program": {},
  "build-failed": { limit: limit.optional() },
  "not-listening": { over: transport.optional(), family: family.optional(), path: socketPath },
  "exited-early": {
    ...{ status: status.optional(), over: transport.optional(), family: family.optional() },
    path: socketPath,
  },
  "wrong-port": { given: port.describe("The port that it was given"), found: port.describe("The port that it used") },
  refused: { ...address, error: z.string().describe("The error's code: ECONNREFUSED") },
  "not-accepted": address,
  "no-connection": {},
  "tls-failed": {
    error: z.string().optional().describe("Why the handshake failed: an error code of OpenSSL or the system"),
  },
  "no-reply": {
    pattern: pattern.optional(),
    lost: lost.optional(),
    unasked: z.boolean().optional().describe("Whether the peer had sent nothing that could be replied to"),
  },
  "reply-incomplete": {},
  "reply-differs": {},
  "reply-too-long": {},
  "no-match": { pattern: pattern.optional(), unwanted: z.string().optional().describe("A pattern that it matches") },
  "line-unended": {},
  "line-ending": { wanted: z.enum(["lf", "crlf"]) },
  "came-too-early": { afterMs: z.number(), leastMs: z.number() },
  "came-too-fast": { bytes: byteCount, ms: z.number(), perSecond: byteCount },
  "frame-incomplete": { came: byteCount, announced: z.number().optional().describe("The length before the frame") },
  "not-json": {},
  "json-differs": {
    path: z.string().describe("The key with a wrong value; empty for the whole"),
    wanted: z.string().describe("Its right value, as JSON"),
    transport: z.enum(["line", "datagram", "frame", "body"]),
  },
  "too-many-replies": { came: byteCount, sent: byteCount, most: byteCount },
  "http-malformed": { what: z.enum(["start", "header", "length", "chunk"]) },
  "http-incomplete": { what: z.enum(["head", "body"]) },
  "http-differs": {
    what: z.enum(["status", "request", "header", "body", "length"]),
    wanted: z.string().optional(),
    got: z.string().optional(),
    name: z.string().optional().describe("The header field"),
    absent: z.boolean().optional().describe("Whether the header field should not be there"),
    pattern: pattern.optional(),
  },
  "no-file": { path, pattern: pattern.optional() },
  "file-differs": { path, pattern: pattern.optional() },
  "file-left": { path },
  "wrong-answer": {
    question: z.string(),
    unwanted: z.string().optional().describe("A word that should not be in the answer but is"),
    overNetwork: z.boolean().optional().describe("Whether a peer asked"),
  },
  "closed-early": { pattern: pattern.optional() },
  "reset-early": { pattern: pattern.optional() },
  "not-closed": {},
  "closed-wrongly": { how: ending, wanted: ending },
  "not-silent": {},
  "answered-twice": {},
  "reply-from-elsewhere": { asked: port, from: port },
  "replies-missing": { came: byteCount, sent: byteCount, least: byteCount },
  "not-taken": {},
  "no-exit": {
    wanted: z.literal("error").optional().describe("Whether it should have ended with an error"),
    listens: port.optional().describe("The port on which it listens although it should have refused its arguments"),
    shares: port.optional().describe("The port on which it listens although a copy of it listens there already"),
    limit: limit.optional(),
  },
  "wrong-status": { status, wanted: z.string().describe("error, or the allowed statuses, separated by commas") },
  traceback: {
    line: z.string().describe("The unhandled error, or where it is not named the first line of the stack trace"),
    status: status.optional(),
  },
  "no-message": {
    status: status.optional(),
    listens: port.optional().describe("The default port that it used without printing it"),
  },
  "no-message-sent": { lost: lost.optional() },
  "nothing-passed": {},
  "no-output": {
    words: z.literal("any").optional().describe("Whether any words would have been right"),
    pattern: pattern.optional(),
  },
  "more-descriptors": { before: byteCount, after: byteCount },
  "children-left": { count: byteCount },
  "not-listening-again": { port, status: status.optional() },
  busy: {
    usedMs: z
      .number()
      .optional()
      .describe("CPU time that it used while it had nothing to do; none if a limit ended it"),
    spanMs: z.number().describe("Length of the span"),
    mostMs: z.number().describe("CPU time that it may use in the span"),
  },
  "option-differs": {
    on: z.string().describe("listening, or the peer that is connected to the socket"),
    option: z
      .enum(["reuseaddr", "keepalive", "nodelay", "linger", "backlog", "none"])
      .describe("none: the socket did not exist"),
    wanted: z.union([z.boolean(), z.number()]).optional(),
    found: z.union([z.boolean(), z.number(), z.literal("off")]).optional(),
  },
  "call-missing": {
    call: z.string().describe("The first call that is missing"),
    after: z.string().describe("The calls before it, which were seen, separated by commas"),
  },
  "option-late": { option: z.string() },
  "closed-twice": {},
  "left-open": {
    connections: byteCount.optional().describe("How many sockets of connections were never closed"),
    listening: z.literal(true).optional().describe("Whether it is the socket on which it listened"),
  },
  "value-differs": {
    value: z.string().describe("The value that the program gave, or one computed from it"),
    bound: z.enum(["is", "not", "least", "most", "number", "readable"]).describe("number, readable: the value is not"),
    wanted: z.string(),
  },
  "not-as-asked": {},
} satisfies Record<string, z.ZodRawShape>;

/** Facts about the program that a failure of any step can have. */
export const programFacts = {
  gaveUp: z
    .enum(["stuck", "late", "gone", "computes", "idle", "undecided"])
    .optional()
    .describe("Why the wait was given up"),
  waitedMs: z
    .number()
    .optional()
    .describe("How long the grader waited; for a program that computed, the CPU time that it used meanwhile"),
  blockedIn: z.string().optional().describe("The call in which the program is blocked: recv"),
  blockedOn: z.string().optional().describe("What it waits for: a peer, listening, datagrams, keyboard, pipe, other"),
  fd: z.int().optional(),
  forGood: z.boolean().optional().describe("Whether that call has no timeout"),
  limit: limit.optional(),
  hadLess: z.boolean().optional().describe("Whether it had less time or fewer processes than usual"),
};
