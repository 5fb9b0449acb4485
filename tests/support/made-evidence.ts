import type { BlockedPlace, Conversation, Evidence } from "../../runner/diagnose/evidence.ts";
import { explainFailure } from "../../runner/diagnose/explain-failure.ts";
import { type HandInFiles, ownFile } from "../../runner/diagnose/support/hand-in-files.ts";
import type { FailureCode } from "../../runner/model/failure.ts";
import type { Diagnosis } from "../../runner/model/result.ts";
import { keepBytes } from "../../runner/wire/keep-bytes.ts";

/** Evidence for tests: a server in Python that runs and has shown nothing yet, except what is given. */
export function madeEvidence(given: Partial<Evidence> = {}): Evidence {
  return {
    test: "made",
    failure: failureOf("no-reply", "alice"),
    kind: "server",
    role: given.kind ?? "server",
    transport: "tcp",
    talk: "echo",
    language: "Python",
    conversations: [],
    transcript: [],
    blocked: [],
    working: null,
    exit: null,
    output: { stdout: "", stderr: "" },
    build: null,
    entry: "server.py",
    files: madeFiles({ "server.py": "" }),
    port: { asked: "flag", method: "flag", inSource: null },
    ...given,
  };
}

/** The diagnosis from the evidence. */
export function diagnose(evidence: Evidence): Diagnosis | null {
  return explainFailure(evidence).diagnosis;
}

/** The code of the diagnosis and its own name, if it has one: "crashed: Text where bytes are needed". */
export function told(evidence: Evidence): string | null {
  const found = diagnose(evidence);
  return found && [found.code, ...(found.name ? [found.name.en] : [])].join(": ");
}

/** Files of a hand-in in memory. */
export function madeFiles(texts: Readonly<Record<string, string>>): HandInFiles {
  const names = Object.keys(texts);
  return { names, text: (file) => texts[file] ?? null, own: (path) => ownFile(path, names) };
}

/** A failure with its facts. */
export function failureOf<C extends FailureCode, const F extends object>(
  code: C,
  who: string,
  about: { expected?: Buffer; facts?: F } = {},
) {
  const { expected, facts } = about;
  return { code, step: 0, did: "", who, ...(expected && { expected: keepBytes(expected) }), ...(facts && { facts }) };
}

/** What one peer sent, by writes, and received. */
export function madeConversation(
  peer: string,
  sent: readonly (string | Buffer)[],
  received: readonly (string | Buffer)[] = [],
  about: Partial<Conversation> = {},
): Conversation {
  const chunks = (each: readonly (string | Buffer)[]) => each.map((chunk) => Buffer.from(chunk));
  return { peer, sent: chunks(sent), received: chunks(received), end: null, endedByBoth: false, taken: null, ...about };
}

/** An echo that failed: expected is all that was sent. */
export function failedWith(
  code: "no-reply" | "reply-differs" | "closed-early" | "reset-early",
  conversation: Conversation,
  given: Partial<Evidence> = {},
): Evidence {
  const expected = Buffer.concat(conversation.sent);
  return madeEvidence({
    failure: failureOf(code, conversation.peer, { expected }),
    conversations: [conversation],
    ...given,
  });
}

/** A thread blocked in a call. */
export function blockedAt(call: string, on: string, fd: number | null = 4): BlockedPlace {
  return { call, on, fd, forGood: true, location: null };
}

/** One event of a transcript. */
export function event(who: string, kind: Evidence["transcript"][number]["kind"], bytes?: string) {
  return { atMs: 0, who, kind, ...(bytes !== undefined && { bytes: keepBytes(Buffer.from(bytes)) }) };
}
