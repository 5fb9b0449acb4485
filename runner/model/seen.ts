import * as z from "zod";

/** Bytes as a result keeps them: their number, and all of them in base64 or, if there are many, the first and the last ones. */
export const keptBytes = z.strictObject({
  length: z.int().nonnegative().describe("How many bytes there were"),
  head: z.base64().describe("The first bytes, in base64; all bytes if there is no tail"),
  tail: z.base64().optional().describe("The last bytes, in base64, if those in the middle were left out"),
});
export type KeptBytes = z.infer<typeof keptBytes>;

/** A line of one of the student's own files, with its text and the lines around it. */
export const sourceLocation = z.strictObject({
  file: z.string().describe("Path within the hand-in"),
  line: z.int().positive().describe("Number of the line, from 1"),
  text: z.string().describe("The line itself"),
  before: z.array(z.string()).describe("The lines before it, at most two"),
  after: z.array(z.string()).describe("The lines after it, at most two"),
});
export type SourceLocation = z.infer<typeof sourceLocation>;

/** The kinds of events on the wire and of programs. */
export const eventKinds = [
  "started",
  "listening",
  "exited",
  "stdout",
  "stderr",
  "typed",
  "end-of-input",
  "signal",
  "listen",
  "connect",
  "refused",
  "accepted",
  "sent",
  "received",
  "finished",
  "ended",
  "closed",
  "reset-sent",
  "reset",
  "lost",
  "blocked",
] as const;

/** An event that was seen: a piece of evidence for a verdict. */
export const transcriptEvent = z.strictObject({
  atMs: z.number().describe("Milliseconds since the test began, on a monotonic clock"),
  who: z.string().describe("The peer (alice) or the program (server) of the event"),
  kind: z.enum(eventKinds),
  bytes: keptBytes.optional().describe("What was sent, received, printed or typed"),
  detail: z.string().optional().describe("A port, an exit status, a signal's name, a system call"),
  at: z.string().optional().describe("The line of the student's own file at which a program is blocked: server.py:23"),
});
export type TranscriptEvent = z.infer<typeof transcriptEvent>;

/** The first difference of two byte strings: the offset, and a window of each around it. */
export const difference = z.strictObject({
  offset: z.int().nonnegative().describe("Index of the first byte that differs"),
  windowStart: z.int().nonnegative().describe("Index of the first byte shown"),
  expected: z.base64().describe("The window of the expected bytes"),
  actual: z.base64().describe("The window of the actual bytes"),
});
export type Difference = z.infer<typeof difference>;
