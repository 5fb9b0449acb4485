import { keptStart } from "../../model/kept-bytes.ts";
import { type Cause, type Evidence, type Finding, strength } from "../evidence.ts";
import { failedConversation, joined, readerOf } from "./conversations.ts";
import { bytesOf, innerSubject, quoted, quotedLine, subject } from "./phrases.ts";
import { unforcedError } from "./printed-error.ts";

/** What one recv() brings is taken for one message: the rest of what came with it is passed over, or a piece is acted upon. */
export function takesPiecesForMessages(evidence: Evidence): Finding | null {
  if (evidence.kind !== "server" || evidence.transport !== "tcp" || evidence.talk === "echo") return null;
  return answersTheFirst(evidence) ?? actsOnAPiece(evidence) ?? answersAPiece(evidence) ?? failsOnAPiece(evidence);
}

const words: Pick<Cause, "name" | "look"> = {
  name: { en: "Takes one recv for one message", id: "Menganggap satu recv sebagai satu pesan" },
  look: {
    en: "Keep a buffer for each client: add what recv returns, take out every message that is whole, and leave the rest for the next recv.",
    id: "Simpan satu buffer untuk setiap client: tambahkan hasil recv, ambil setiap pesan yang sudah lengkap, dan biarkan sisanya untuk recv berikutnya.",
  },
};

/** Several lines came in one write, all of it was read, and some are answered. */
function answersTheFirst(evidence: Evidence): Finding | null {
  const { failure, exit } = evidence;
  const conversation = failedConversation(evidence);
  if (failure.code !== "reply-incomplete" || failure.facts?.gaveUp !== "stuck" || exit || !conversation) return null;
  const { taken, sent, received, peer } = conversation;
  const [last] = sent.slice(-1);
  const isRead = taken?.accepted === true && taken.unreadBytes === 0 && readerOf(evidence, peer) !== undefined;
  const lines = last?.toString("latin1").match(/\n/g)?.length ?? 0;
  if (!isRead || last === undefined || lines < 2 || received.length === 0) return null;
  // One request may have several lines: an answer that stops within a line is not the first of several.
  if (joined(received).at(-1) !== 0x0a && keptStart(failure.expected).includes("\n")) return null;
  const count = bytesOf(failure.actual?.length ?? 0, failure.expected?.length ?? 0);
  const shown = quoted(last);
  return {
    ...words,
    strength: strength.likely,
    saw: {
      en: `${peer} sent several messages at once, ${shown.en}. ${subject(evidence).en} read them all, answered with ${count.en}, and waited for more.`,
      id: `${peer} mengirim beberapa pesan sekaligus, ${shown.id}. ${subject(evidence).id} membaca semuanya, membalas dengan ${count.id}, lalu menunggu lagi.`,
    },
  };
}

/** A line came in several writes, and one of them was passed on or answered as if it were a line. */
function actsOnAPiece(evidence: Evidence): Finding | null {
  const { failure, conversations } = evidence;
  if (failure.code !== "reply-differs") return null;
  const came = keptStart(failure.actual).toString();
  for (const { sent, peer } of conversations) {
    const all = joined(sent).toString();
    const piece = sent.map(String).find((each) => {
      const text = each.trim();
      const line = all.split("\n").find((whole) => whole.includes(text)) ?? "";
      return (
        text.length >= shortest &&
        !each.endsWith("\n") &&
        line.trim() !== text &&
        came.includes(text) &&
        !came.includes(line.trim())
      );
    });
    if (piece === undefined) continue;
    const shown = quoted(Buffer.from(piece));
    return {
      ...words,
      strength: strength.shown,
      saw: {
        en: `${subject(evidence).en} took ${shown.en}, a piece of a line that ${peer} sent, for the whole of it: the rest came with another recv.`,
        id: `${subject(evidence).id} menganggap ${shown.id}, potongan baris dari ${peer}, sebagai seluruhnya: sisanya datang lewat recv lain.`,
      },
    };
  }
  return null;
}

/**
 * One line came in several writes, and more than one of them was answered before its newline had been sent. A single
 * answer that early may be a greeting.
 */
function answersAPiece(evidence: Evidence): Finding | null {
  const { failure, transcript, conversations } = evidence;
  const [conversation] = conversations;
  if (!wrong.has(failure.code) || conversation === undefined || conversations.length > 1) return null;
  const { sent, peer } = conversation;
  if (sent.findIndex((piece) => piece.includes("\n")) !== sent.length - 1) return null;
  const own = transcript.filter(({ who, kind }) => who === peer && (kind === "sent" || kind === "received"));
  const last = own.findLastIndex(({ kind }) => kind === "sent");
  const early = own.filter(({ kind }, at) => kind === "received" && own[at - 1]?.kind === "sent" && at < last);
  const [first] = early;
  const pieces = sent.slice(0, first ? own.indexOf(first) : 0);
  if (early.length < 2 || first?.bytes === undefined || pieces.length === 0) return null;
  const [piece, reply] = [quoted(joined(pieces)), quoted(keptStart(first.bytes))];
  return {
    ...words,
    strength: strength.shown,
    saw: {
      en: `${peer} had sent only ${piece.en}, a piece of a line, when ${innerSubject(evidence).en} already answered ${reply.en}.`,
      id: `${peer} baru mengirim ${piece.id}, potongan sebuah baris, ketika ${innerSubject(evidence).id} sudah membalas ${reply.id}.`,
    },
  };
}

/** A message came in several writes, and an error about what it lacks was printed before the last of them was sent. */
function failsOnAPiece(evidence: Evidence): Finding | null {
  const { failure, transcript } = evidence;
  const conversation = failedConversation(evidence);
  if (!unanswered.has(failure.code) || conversation === undefined || conversation.sent.length < 2) return null;
  const { peer, sent } = conversation;
  const error = unforcedError(evidence);
  const last = transcript.findLastIndex(({ who, kind }) => who === peer && kind === "sent");
  const early = transcript.findIndex(({ kind }) => kind === "stderr");
  const [first] = sent;
  if (error === null || !error.isUncaught || error.meaning?.always === true || early < 0 || early > last) return null;
  if (first === undefined || first.includes("\n\n") || first.includes("\r\n\r\n")) return null;
  const shown = quoted(first);
  return {
    ...words,
    strength: strength.proven,
    error: error.words,
    lines: error.lines,
    location: error.location,
    saw: {
      en: `${peer} had sent only ${shown.en}, a piece of its message, when ${innerSubject(evidence).en} already failed: ${quotedLine(error.words)}.`,
      id: `${peer} baru mengirim ${shown.id}, potongan pesannya, ketika ${innerSubject(evidence).id} sudah gagal: ${quotedLine(error.words)}.`,
    },
  };
}

const unanswered = new Set(["no-reply", "closed-early", "reset-early"]);

const wrong = new Set(["no-match", "wrong-answer", "reply-differs"]);

/** Shorter ones may be in any text. */
const shortest = 3;
