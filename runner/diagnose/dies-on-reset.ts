import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { lineMatching } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** A client's reset ends the whole server. */
export const diesOnReset: Cause = {
  about: "any",
  name: { en: "Crashes when a client resets", id: "Berhenti saat client me-reset koneksi" },
  idea: {
    en: "A client may vanish at any moment. recv and send then fail with connection reset or broken pipe, and that is no reason to stop.",
    id: "Client bisa hilang kapan saja. recv dan send lalu gagal dengan connection reset atau broken pipe, dan itu bukan alasan untuk berhenti.",
  },
  look: {
    en: "Handle the error around recv and send of one client (except OSError in Python, ignore SIGPIPE in C, on('error') in Node) and go on to the next.",
    id: "Tangani error di sekitar recv dan send untuk satu client (except OSError di Python, abaikan SIGPIPE di C, on('error') di Node), lalu lanjutkan ke client berikutnya.",
  },
  find: (evidence) => {
    const { exit, kind } = evidence;
    if (kind !== "server" || exit === null || exit.limit || !happened(evidence, "reset-sent")) return null;
    const said = exit.status === brokenPipe ? "SIGPIPE" : wordsOf(evidence);
    if (said === null && exit.status === 0) return null;
    const error = said === null ? "" : `: ${quotedLine(said)}`;
    return {
      strength: said === null ? strength.likely : strength.named,
      saw: {
        en: `${subject(evidence).en} ended (exit status ${exit.status}) after ${whoReset(evidence)} reset the connection${error}.`,
        id: `${subject(evidence).id} berakhir (status keluar ${exit.status}) setelah ${whoReset(evidence)} me-reset koneksi${error}.`,
      },
      ...(said !== null && { error: said }),
      lines: printedLines(evidence),
      ...lookIn(evidence.language),
    };
  },
};

/** Exit status of a program that SIGPIPE ended: 128 + 13. */
const brokenPipe = 141;

/** How the languages' libraries word ECONNRESET and EPIPE. */
const resetWords = /ECONNRESET|EPIPE|[Cc]onnection\s?[Rr]eset|[Bb]roken\s?[Pp]ipe|ConnectionAborted/;

/** The same in a line that is an error's own, not one of its details. */
const namedReset = new RegExp(`Err(or)?\\b.*(${resetWords.source})`);

function wordsOf(evidence: Evidence): string | null {
  return lineMatching(evidence, namedReset) ?? lineMatching(evidence, resetWords);
}

/** What handles the error of one client, by language; where it is another one, all of them are told. */
const handling: Readonly<Record<string, readonly [string, string]>> = {
  Python: ["try: and except OSError:", "try: dan except OSError:"],
  Java: ["try and catch (IOException e)", "try dan catch (IOException e)"],
  C: [
    "a look at what recv() and send() return, and signal(SIGPIPE, SIG_IGN)",
    "pemeriksaan hasil recv() dan send(), serta signal(SIGPIPE, SIG_IGN)",
  ],
  "C++": [
    "a look at what recv() and send() return, and signal(SIGPIPE, SIG_IGN)",
    "pemeriksaan hasil recv() dan send(), serta signal(SIGPIPE, SIG_IGN)",
  ],
  JavaScript: ["socket.on('error', ...)", "socket.on('error', ...)"],
  TypeScript: ["socket.on('error', ...)", "socket.on('error', ...)"],
  Go: ["if err != nil { return } in the goroutine of this client", "if err != nil { return } di goroutine client itu"],
  Rust: ["match or if let instead of unwrap()", "match atau if let alih-alih unwrap()"],
};

function lookIn(language: string | null): { look: Text } | null {
  const how = handling[language ?? ""];
  if (how === undefined) return null;
  return {
    look: {
      en: `Handle the error around what is done for one client, with ${how[0]}, close its socket, and go on to the next.`,
      id: `Tangani error di sekitar pelayanan satu client, dengan ${how[1]}, tutup socket-nya, lalu lanjutkan ke client berikutnya.`,
    },
  };
}

function whoReset({ transcript }: Evidence): string {
  return transcript.find((event) => event.kind === "reset-sent")?.who ?? "";
}
