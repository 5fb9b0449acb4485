import { systemErrorIn } from "../launchers/read-output.ts";
import { languageTitled } from "../launchers/source-language.ts";
import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, happened } from "./support/conversations.ts";
import { printedBy, systemError, uncaughtError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** A reset by one client ends the whole server. */
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
    const threads = endsItsThread(evidence);
    if (threads) return threads;
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

/** The others wait for what the thread of a broken connection should have told them, and that thread ended by an error. */
function endsItsThread(evidence: Evidence): Finding | null {
  const { exit, kind, failure, transcript } = evidence;
  const broken = transcript.find((event) => event.kind === "reset-sent")?.who;
  if (kind !== "server" || exit !== null || broken === undefined || broken === failure.who) return null;
  // One that has got nothing yet waits for the answer to a message of its own.
  if (failedConversation(evidence)?.received.length === 0) return null;
  const last = transcript.findLast((event) => ["reset-sent", "sent", "closed", "connect"].includes(event.kind));
  const said =
    last?.kind === "reset-sent" && unanswered.has(failure.code) && uncaughtError(evidence) ? wordsOf(evidence) : null;
  if (said === null) return null;
  return {
    strength: strength.named,
    name: { en: "A broken connection ends its thread", id: "Koneksi yang putus menghentikan thread-nya" },
    idea: {
      en: "Where a client vanishes, recv fails instead of returning nothing. What the server does at the end of a client must happen then, too.",
      id: "Kalau client hilang, recv gagal, bukan mengembalikan nol byte. Yang dilakukan server saat client pergi harus terjadi juga dalam hal itu.",
    },
    saw: {
      en: `After ${broken} broke its connection off, what served it ended with ${quotedLine(said)}, and ${failure.who} was told nothing.`,
      id: `Setelah ${broken} memutus koneksinya, bagian yang melayaninya berakhir dengan ${quotedLine(said)}, dan ${failure.who} tidak diberi tahu apa pun.`,
    },
    look: {
      en: "Put try around the loop that receives from one client, and what ends it (removing it, telling the others, close()) into finally.",
      id: "Letakkan try di sekitar perulangan yang menerima dari satu client, dan yang mengakhirinya (menghapusnya, memberi tahu yang lain, close()) di dalam finally.",
    },
    error: said,
    lines: printedLines(evidence),
  };
}

const unanswered = new Set(["no-reply", "reply-incomplete"]);

/** Exit status of a program killed by SIGPIPE: 128 + 13. */
const brokenPipe = 141;

/** The line that names the reset, preferably the error message itself rather than a detail. */
function wordsOf(evidence: Evidence): string | null {
  const isReset = (line: string) => systemErrorIn(line, "connection-reset") !== null;
  const own = printedBy(evidence)
    .split("\n")
    .findLast((line) => /Err(?:or)?\b/.test(line) && isReset(line));
  return own?.trim() ?? systemError(evidence, "connection-reset");
}

function lookIn(language: string | null): { look: Text } | null {
  const how = languageTitled(language)?.handlesErrorBy;
  if (how === undefined) return null;
  return {
    look: {
      en: `Handle the error where one client is served (${how.en}), close its socket, and go on to the next client.`,
      id: `Tangani error di tempat satu client dilayani (${how.id}), tutup socket-nya, lalu lanjutkan ke client berikutnya.`,
    },
  };
}

function whoReset({ transcript }: Evidence): string {
  return transcript.find((event) => event.kind === "reset-sent")?.who ?? "";
}
