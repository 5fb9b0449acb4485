import { systemErrorIn } from "../launchers/read-output.ts";
import { languageTitled } from "../launchers/source-language.ts";
import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { printedBy, systemError } from "./support/last-words.ts";
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
