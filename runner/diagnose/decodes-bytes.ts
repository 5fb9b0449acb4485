import { type Conversation, type Diagnoser, type Evidence, type Finding, strength } from "./evidence.ts";
import { isCutInACharacter } from "./splits-characters.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { decodingError, decodingOf, isUtf8, replacementsIn } from "./support/decoding.ts";
import { failedEcho } from "./support/echo.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** Bytes that are no text were decoded, and failed or were changed by it. */
export const decodesBytes: Diagnoser = (evidence) => changedByDecoding(evidence) ?? failedToDecode(evidence);

function changedByDecoding(evidence: Evidence): Finding | null {
  const echo = failedEcho(evidence);
  const decoding = echo && decodingOf(echo);
  if (echo === null || decoding === null || isCutInACharacter(evidence)) return null;
  const { peer } = echo.conversation;
  const marks = replacementsIn(echo.received) - replacementsIn(echo.sent);
  const how = {
    marked: {
      en: `with U+FFFD, the mark for what is no text, ${marks} times in it`,
      id: `dengan ${marks} tanda U+FFFD, tanda untuk byte yang bukan teks`,
    },
    replaced: {
      en: "with every byte that is not ASCII replaced",
      id: "dengan setiap byte di luar ASCII diganti",
    },
    "left-out": {
      en: "without the bytes that are no text",
      id: "tanpa byte yang bukan teks",
    },
  }[decoding];
  return {
    strength: strength.shown,
    saw: {
      en: `The bytes of ${peer} came back decoded and encoded again, ${how.en}.`,
      id: `Byte dari ${peer} kembali setelah di-decode dan di-encode ulang, ${how.id}.`,
    },
  };
}

function sentNoText({ sent }: Conversation): boolean {
  return !isUtf8(joined(sent));
}

function failedToDecode(evidence: Evidence): Finding | null {
  const said = decodingError(evidence);
  // A test may fail at the next client, who finds nobody any more.
  const conversation = evidence.conversations.find(sentNoText) ?? failedConversation(evidence);
  if (said === null || conversation === undefined || evidence.kind !== "server") return null;
  const sent = joined(conversation.sent);
  if (isCutInACharacter(evidence) && !/ascii/i.test(said)) return null;
  const what = isUtf8(sent)
    ? { en: "a text", id: "sebuah teks" }
    : { en: "bytes that are no text", id: "byte yang bukan teks" };
  return {
    strength: strength.named,
    ...(failedEcho(evidence) === null && evidence.failure.expected && whereNothingGoesBack),
    saw: {
      en: `${conversation.peer} sent ${what.en}, and ${subject(evidence).en.replace("Your", "your")} failed to decode or encode it: ${quotedLine(said)}.`,
      id: `${conversation.peer} mengirim ${what.id}, dan ${subject(evidence).id} gagal men-decode atau meng-encode-nya: ${quotedLine(said)}.`,
    },
    lines: printedLines(evidence),
  };
}

/** A server that does not echo has a use for text alone. */
const whereNothingGoesBack = {
  look: {
    en: 'Decode with what cannot fail (errors="replace" in Python, from_utf8_lossy in Rust), or catch the error of one client, so that it ends nobody else.',
    id: 'Decode dengan cara yang tidak dapat gagal (errors="replace" di Python, from_utf8_lossy di Rust), atau tangkap galat milik satu client agar client lain tidak terkena.',
  },
};
