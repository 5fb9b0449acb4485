import { keptStart } from "../model/kept-bytes.ts";
import type { SourceLocation } from "../model/seen.ts";
import type { Text } from "../model/text.ts";
import { grouped } from "../texts/quantity.ts";
import { type Cause, type Conversation, type Evidence, type Finding, strength } from "./evidence.ts";
import { isCutInACharacter } from "./splits-characters.ts";
import { failedConversation, happened, joined } from "./support/conversations.ts";
import { decodingError, decodingOf, isUtf8, replacementsIn } from "./support/decoding.ts";
import { failedEcho } from "./support/echo.ts";
import { atLine, innerSubject, quotedLine } from "./support/phrases.ts";
import { printedError } from "./support/printed-error.ts";
import { standsInSource } from "./support/sources.ts";

/** Bytes that are not text were decoded, which failed or changed them. */
export const decodesBytes: Cause = {
  about: "any",
  name: { en: "Takes every byte for text", id: "Menganggap semua byte sebagai teks" },
  idea: {
    en: "A socket carries bytes. Not every sequence of bytes is text, so decoding them can fail or change them.",
    id: "Socket membawa byte. Tidak semua deretan byte merupakan teks, sehingga proses decode bisa gagal atau mengubah isinya.",
  },
  look: {
    en: "Send back the very bytes that recv returned, without decode and encode; decode only a copy that you print.",
    id: "Kirim kembali byte persis seperti yang dikembalikan recv, tanpa decode dan encode; decode hanya salinan yang akan dicetak.",
  },
  find: (evidence) => failedToDecode(evidence) ?? changedByDecoding(evidence) ?? decodedBody(evidence),
};

function changedByDecoding(evidence: Evidence): Finding | null {
  const echo = failedEcho(evidence);
  const decoding = echo && decodingOf(echo);
  if (echo === null || decoding === null || isCutInACharacter(evidence)) return null;
  const { peer } = echo.conversation;
  const marks = replacementsIn(echo.received) - replacementsIn(echo.sent);
  const how = {
    marked: {
      en: `with ${grouped(marks)} marks U+FFFD in the place of what is not text`,
      id: `dengan ${grouped(marks)} tanda U+FFFD di tempat yang bukan teks`,
    },
    replaced: {
      en: "with every byte that is not ASCII replaced",
      id: "dengan setiap byte di luar ASCII diganti",
    },
    "left-out": {
      en: "without the bytes that are not text",
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

/** The body of an answer with marks U+FFFD that the file does not have. */
function decodedBody(evidence: Evidence): Finding | null {
  const { failure, kind } = evidence;
  if (
    kind !== "server" ||
    happened(evidence, "listen") ||
    failure.code !== "http-differs" ||
    failure.facts?.what !== "body"
  )
    return null;
  const marks = replacementsIn(keptStart(failure.actual)) - replacementsIn(keptStart(failure.expected));
  if (marks <= 0) return null;
  return {
    ...fileIsNoText,
    saw: {
      en: `${failure.who} got the file decoded and encoded again, with ${grouped(marks)} marks U+FFFD in the place of what is not text.`,
      id: `${failure.who} menerima file yang sudah di-decode dan di-encode ulang, dengan ${grouped(marks)} tanda U+FFFD di tempat yang bukan teks.`,
    },
  };
}

function sentNoText({ sent }: Conversation): boolean {
  return !isUtf8(joined(sent));
}

function failedToDecode(evidence: Evidence): Finding | null {
  const said = decodingError(evidence);
  // A test may fail only at the next client, when the server is gone.
  const conversation = evidence.conversations.find(sentNoText) ?? failedConversation(evidence);
  if (said === null || conversation === undefined || evidence.kind !== "server") return null;
  const error = printedError(evidence);
  const sent = joined(conversation.sent);
  if (isCutInACharacter(evidence) && !/ascii/i.test(said)) return null;
  const what = isUtf8(sent)
    ? { en: "a text", id: "sebuah teks" }
    : { en: "bytes that are not text", id: "byte yang bukan teks" };
  const file = error?.isUncaught && error.location && isOfAFile(evidence, error.location) ? error.location : null;
  if (file) return { ...fileIsNoText, saw: readAsText(evidence, file, said), error: said, lines: error?.lines ?? [] };
  return {
    strength: strength.named,
    ...whereItIsDecoded(evidence, error?.location?.text ?? ""),
    saw: {
      en: `${conversation.peer} sent ${what.en}, and ${innerSubject(evidence).en} failed to decode or encode that: ${quotedLine(said)}.`,
      id: `${conversation.peer} mengirim ${what.id}, dan ${innerSubject(evidence).id} gagal men-decode atau meng-encode-nya: ${quotedLine(said)}.`,
    },
    error: said,
    ...(error?.isUncaught && { lines: error.lines, location: error.location }),
  };
}

/** Python's open() without "b" in its mode, and its relatives. */
const opensAsText = /\bopen\s*\((?![^()]*(?:\([^()]*\)[^()]*)*["'][rwa+]*b)|\.read_text\s*\(/;

/** Whether the line opens a file as text, or reads from one that was opened so. */
function isOfAFile(evidence: Evidence, { text }: SourceLocation): boolean {
  if (opensAsText.test(text)) return true;
  const [, file] = /\b(\w+)\.read(?:lines?)?\s*\(|\bfor\s+\w+\s+in\s+(\w+)\s*:/.exec(text)?.filter(Boolean) ?? [];
  return (
    file !== undefined &&
    standsInSource(
      evidence,
      new RegExp(`(?:${opensAsText.source}).*\\bas\\s+${file}\\b|\\b${file}\\s*=\\s*(?:${opensAsText.source})`),
    )
  );
}

const fileIsNoText = {
  strength: strength.named,
  name: { en: "Opens a file as text", id: "Membuka file sebagai teks" },
  idea: {
    en: "A file holds bytes. Opened as text it is decoded, which fails for a picture and changes the number of what is read.",
    id: "File berisi byte. Kalau dibuka sebagai teks, isinya di-decode, yang gagal untuk gambar dan mengubah jumlah yang dibaca.",
  },
  look: {
    en: 'Open it with open(path, "rb"), and send those bytes as they are, without encode().',
    id: 'Buka dengan open(path, "rb"), lalu kirim byte itu apa adanya, tanpa encode().',
  },
};

function readAsText(evidence: Evidence, file: SourceLocation, said: string): Text {
  const [who, at] = [innerSubject(evidence), atLine(file)];
  return {
    en: `What ${who.en} read from a file is not text: ${quotedLine(said)} (${at.en}).`,
    id: `Yang dibaca ${who.id} dari file bukan teks: ${quotedLine(said)} (${at.id}).`,
  };
}

function whereItIsDecoded(evidence: Evidence, line: string): Pick<Finding, "look"> | null {
  if (/\b(print|log|println|logging|console)\b/.test(line)) return forItsLog;
  return failedEcho(evidence) === null && evidence.failure.expected ? whereNothingGoesBack : null;
}

/** The texts when the message is echoed unchanged, but the line that logs it fails. */
const forItsLog = {
  look: {
    en: 'Print what cannot fail: print(data) shows bytes as they are, data.decode(errors="replace") marks what is not text.',
    id: 'Cetak dengan cara yang tidak dapat gagal: print(data) menampilkan byte apa adanya, data.decode(errors="replace") menandai yang bukan teks.',
  },
};

/** The texts for a server that does not echo and so only accepts text. */
const whereNothingGoesBack = {
  look: {
    en: 'Decode with what cannot fail (errors="replace" in Python, from_utf8_lossy in Rust), or catch the error of one client, so that it ends nobody else.',
    id: 'Decode dengan cara yang tidak dapat gagal (errors="replace" di Python, from_utf8_lossy di Rust), atau tangkap error milik satu client agar client lain tidak terkena.',
  },
};
