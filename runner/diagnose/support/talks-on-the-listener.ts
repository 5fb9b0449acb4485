import { type Evidence, type Finding, strength } from "../evidence.ts";
import { atLine, subject, withStatus } from "./phrases.ts";
import { codeOf } from "./source-code.ts";
import { locationInSource, sourcesOf } from "./sources.ts";

/** A program in C that reads or writes on the socket that listens, does not look at the result, and so is ended by SIGPIPE. */
export function talksOnTheListener(evidence: Evidence): Finding | null {
  const { kind, transport, exit, language, conversations } = evidence;
  const isC = language === "C" || language === "C++";
  if (!isC || kind !== "server" || transport !== "tcp" || exit?.status !== brokenPipe) return null;
  if (conversations.some(({ received }) => received.length > 0)) return null;
  const name = sourcesOf(evidence)
    .map(({ file, text }) => listeningName(codeOf(file, text)))
    .find((each) => each);
  const place = name
    ? locationInSource(evidence, new RegExp(`\\b(?:recv|read|send|write)\\s*\\(\\s*${name}\\s*,`))
    : null;
  if (place === null) return null;
  const [who, status, at] = [subject(evidence), withStatus(evidence), atLine(place)];
  return {
    strength: strength.proven,
    name: { en: "Talks on the wrong socket", id: "Memakai socket yang salah" },
    idea: {
      en: `${name} is the socket that listens. It is connected to nobody: accept() returns another one for each client.`,
      id: `${name} adalah socket yang listen. Socket itu tidak terhubung ke siapa pun: accept() mengembalikan socket lain untuk setiap client.`,
    },
    look: {
      en: "Read from and write to what accept() returned, and look at what each call returns: -1 says that it failed.",
      id: "Baca dan tulis lewat hasil accept(), dan periksa hasil setiap pemanggilan: -1 berarti gagal.",
    },
    saw: {
      en: `${who.en} was ended by SIGPIPE${status.en}: it reads from or writes to the socket that listens (${at.en}).`,
      id: `${who.id} dihentikan oleh SIGPIPE${status.id}: ia membaca dari atau menulis ke socket yang listen (${at.id}).`,
    },
    lines: [{ file: place.file, line: place.line }],
    location: place,
  };
}

/** The variable given to listen(), if no other of the same name, such as a function's parameter, is declared anywhere. */
function listeningName(code: string): string | undefined {
  const name = /\blisten\s*\(\s*(\w+)/.exec(code)?.[1];
  const declared = code.match(
    new RegExp(`\\b(?:int|auto|SOCKET)\\b[^;(){}]*\\b${name}\\b|\\b${name}\\s*=\\s*accept`, "g"),
  );
  return name !== undefined && declared?.length === 1 ? name : undefined;
}

/** Exit status of a program killed by SIGPIPE: 128 + 13. */
const brokenPipe = 141;
