import type { SourceLocation } from "../../model/seen.ts";
import { type Evidence, type Finding, strength } from "../evidence.ts";
import { isUsedUp, joined } from "./conversations.ts";
import { atLine, subject, withStatus } from "./phrases.ts";
import { codeOf } from "./source-code.ts";
import { locationInSource, sourcesOf } from "./sources.ts";

/** A program in C that reads or writes on the socket that listens, does not look at the result, and so is ended by SIGPIPE. */
export function talksOnTheListener(evidence: Evidence): Finding | null {
  if (evidence.exit?.status !== brokenPipe || evidence.conversations.some(({ received }) => received.length > 0))
    return null;
  const found = onTheListener(evidence, "recv|read|send|write");
  if (found === null) return null;
  const [who, status, at] = [subject(evidence), withStatus(evidence), atLine(found.place)];
  return {
    ...wordsFor(found),
    strength: strength.proven,
    saw: {
      en: `${who.en} was ended by SIGPIPE${status.en}: it reads from or writes to the socket that listens (${at.en}).`,
      id: `${who.id} dihentikan oleh SIGPIPE${status.id}: ia membaca dari atau menulis ke socket yang listen (${at.id}).`,
    },
  };
}

/** One that reads from the socket that listens alone, takes no notice of the error, and so never has what a client sent. */
export function readsFromTheListener(evidence: Evidence): Finding | null {
  const { failure, conversations, output, exit } = evidence;
  if (!missed.has(failure.code) || conversations.length === 0) return null;
  const found = onTheListener(evidence, "recv|read");
  const isHeard = conversations.some(({ taken, sent }) => {
    const words = joined(sent).toString().trim();
    // Of a program that has ended it may have been seen before anything was sent.
    const isRead = exit === null && taken !== null && isUsedUp(taken);
    return isRead || (words !== "" && output.stdout.includes(words));
  });
  if (found === null || isHeard || readsElsewhere(evidence, found.name)) return null;
  const [who, at] = [subject(evidence), atLine(found.place)];
  return {
    ...wordsFor(found),
    strength: strength.seen,
    saw: {
      en: `${who.en} reads from the socket that listens (${at.en}), which fails: nothing that ${conversations[0]?.peer} sends is read.`,
      id: `${who.id} membaca dari socket yang listen (${at.id}), yang selalu gagal: kiriman ${conversations[0]?.peer} tidak dibaca.`,
    },
  };
}

const missed = new Set(["no-output", "no-reply", "closed-early", "reset-early"]);

interface Found {
  name: string;
  place: SourceLocation;
}

/** The first of these calls on the socket that listens. */
function onTheListener(evidence: Evidence, calls: string): Found | null {
  const { kind, transport, language } = evidence;
  if ((language !== "C" && language !== "C++") || kind !== "server" || transport !== "tcp") return null;
  const name = sourcesOf(evidence)
    .map(({ file, text }) => listeningName(codeOf(file, text)))
    .find((each) => each);
  const place = name ? locationInSource(evidence, new RegExp(`\\b(?:${calls})\\s*\\(\\s*${name}\\s*,`)) : null;
  return name && place ? { name, place } : null;
}

/** The variable given to listen(), if no other of the same name, such as a function's parameter, is declared anywhere. */
function listeningName(code: string): string | undefined {
  const name = /\blisten\s*\(\s*(\w+)/.exec(code)?.[1];
  const declared = code.match(
    new RegExp(`\\b(?:int|auto|SOCKET)\\b[^;(){}]*\\b${name}\\b|\\b${name}\\s*=\\s*accept`, "g"),
  );
  return name !== undefined && declared?.length === 1 ? name : undefined;
}

function readsElsewhere(evidence: Evidence, name: string): boolean {
  const other = new RegExp(`\\b(?:recv\\w*|read\\w*|fdopen)\\s*\\(\\s*(?!${name}\\b)`);
  return sourcesOf(evidence).some(({ file, text }) => other.test(codeOf(file, text)));
}

function wordsFor({ name, place }: Found) {
  return {
    name: { en: "Talks on the wrong socket", id: "Memakai socket yang salah" },
    idea: {
      en: `${name} is the socket that listens. It is connected to nobody: accept() returns another one for each client.`,
      id: `${name} adalah socket yang listen. Socket itu tidak terhubung ke siapa pun: accept() mengembalikan socket lain untuk setiap client.`,
    },
    look: {
      en: "Read from and write to what accept() returned, and look at what each call returns: -1 says that it failed.",
      id: "Baca dan tulis lewat hasil accept(), dan periksa hasil setiap pemanggilan: -1 berarti gagal.",
    },
    lines: [{ file: place.file, line: place.line }],
    location: place,
  };
}

/** Exit status of a program killed by SIGPIPE: 128 + 13. */
const brokenPipe = 141;
