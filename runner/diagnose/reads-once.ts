import { byteCount, grouped } from "../texts/quantity.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, hasReadAll, isEndOfWrite, joined } from "./support/conversations.ts";
import { isUtf8 } from "./support/decoding.ts";
import { type Echo, failedEcho, messageStart } from "./support/echo.ts";
import { uncaughtError } from "./support/last-words.ts";
import { blockedIn, bytesOf, subject } from "./support/phrases.ts";
import { takesPiecesForMessages } from "./support/pieces-for-messages.ts";
import { promptOf } from "./support/prompt.ts";
import { endedAtKeyboard, sentBeforeEnd, wentOn } from "./support/sent-before-end.ts";
import { sourcesOf, standsInSource } from "./support/sources.ts";
import { notInTheList, watchesOnlyNewClients } from "./support/unwatched.ts";

/** The program treats one recv() as the whole message of the peer. */
export const readsOnce: Cause = {
  about: "any",
  name: { en: "Reads only once", id: "Hanya membaca sekali" },
  idea: {
    en: "TCP is a stream of bytes: one send may arrive as several recv, and one recv may hold several sends.",
    id: "TCP adalah aliran byte: satu send bisa tiba sebagai beberapa recv, dan satu recv bisa memuat beberapa send.",
  },
  look: {
    en: "Call recv in a loop, handling each part as it comes, until recv returns no bytes at all: then the other side has finished.",
    id: "Panggil recv di dalam perulangan dan olah setiap bagian begitu datang, sampai recv tidak mengembalikan byte sama sekali: artinya pihak lawan sudah selesai mengirim.",
  },
  find(evidence) {
    if (evidence.kind !== "server") return clientReadsOnce(evidence);
    return serverReadsOnce(evidence) ?? leavesTheRest(evidence) ?? takesPiecesForMessages(evidence);
  },
};

/** The client was answered once; more of its bytes are unread, and every thread waits for something else. */
function leavesTheRest(evidence: Evidence): Finding | null {
  const { failure, exit, blocked, transport } = evidence;
  const conversation = failedConversation(evidence);
  if (transport !== "tcp" || exit || conversation === undefined || uncaughtError(evidence)) return null;
  if (!leftOver.has(failure.code) || failure.facts?.gaveUp !== "stuck" || conversation.received.length === 0)
    return null;
  const { taken, peer, received, sent } = conversation;
  const place = blocked.find(({ on }) => on === "listening");
  if (!taken?.accepted || taken.unreadBytes === 0 || place === undefined || blocked.some(({ on }) => on === peer))
    return null;
  const [came, waits] = [byteCount(joined(received).length), byteCount(taken.unreadBytes)];
  return {
    strength: strength.shown,
    ...(watchesOnlyNewClients(evidence, place) && notInTheList),
    saw: {
      en: `${subject(evidence).en} sent ${peer} ${came.en} and was then ${blockedIn(place).en}: ${waits.en} of the ${grouped(joined(sent).length)} that ${peer} sent were never read.`,
      id: `${subject(evidence).id} mengirim ${came.id} kepada ${peer} lalu ${blockedIn(place).id}: ${waits.id} dari ${grouped(joined(sent).length)} byte kiriman ${peer} tidak pernah dibaca.`,
    },
    location: place.location,
  };
}

const leftOver = new Set(["no-reply", "reply-incomplete", "not-taken", "no-output"]);

function serverReadsOnce(evidence: Evidence): Finding | null {
  const echo = withoutLabel(failedEcho(evidence));
  const isCut = ["closed-early", "reset-early"].includes(evidence.failure.code);
  if (echo === null || !isCut || evidence.exit || uncaughtError(evidence)) return null;
  if (!answeredAPart(echo, evidence) || readAgain(evidence, echo)) return null;
  const { conversation, sent, received } = echo;
  const { peer } = conversation;
  const { en, id } = bytesOf(received.length, sent.length);
  const closed = {
    en: conversation.end === "reset" ? "closed with bytes unread" : "closed",
    id: conversation.end === "reset" ? "menutup koneksi padahal masih ada byte yang belum dibaca" : "menutup koneksi",
  };
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} sent back ${en} to ${peer} and ${closed.en}: it did not read on.`,
      id: `${subject(evidence).id} mengirim kembali ${id} kepada ${peer} lalu ${closed.id}: ia tidak membaca lagi.`,
    },
  };
}

/**
 * Whether one recv() was answered: some of the writes; or the beginning of a write larger than a recv(); or less than
 * there was to read, shown by a reset, because a close with unread bytes is a reset (RFC 2525, section 2.17).
 */
function answeredAPart({ conversation, sent, received }: Echo, evidence: Evidence): boolean {
  if (received.length >= sent.length || !sent.subarray(0, received.length).equals(received)) return false;
  // More than one recv() returns: it read on, and closed for another reason.
  if (hasReadAll(conversation) || received.length > largestAtOnce) return false;
  if (sent.length > largestAtOnce) return received.length > 0 || conversation.end === "reset";
  if (conversation.end === "reset") return received.length > 0 || hasAnswered(evidence);
  return received.length > 0 && isEndOfWrite(conversation.sent, received.length);
}

/** A reset discards what the peer has not read yet, so other clients' answers show that this one was answered, too. */
function hasAnswered({ conversations }: Evidence): boolean {
  return conversations.some(({ received }) => received.length > 0);
}

/** The same echo without the label that the server puts before every message, which is a separate fault. */
function withoutLabel(echo: Echo | null): Echo | null {
  const start = echo === null ? 0 : messageStart(echo);
  return echo && start > 0 ? { ...echo, received: echo.received.subarray(start) } : echo;
}

/** Whether it answered again after answering everything sent so far, and so called recv() again. */
function readAgain({ transcript }: Evidence, { conversation, received }: Echo): boolean {
  let [sentBytes, receivedBytes] = [0, 0];
  for (const { who, kind, bytes } of transcript) {
    if (who !== conversation.peer) continue;
    if (kind === "sent") sentBytes += bytes?.length ?? 0;
    if (kind !== "received") continue;
    receivedBytes += bytes?.length ?? 0;
    if (receivedBytes === sentBytes && receivedBytes < received.length) return true;
  }
  return false;
}

/** At least the length of the largest segment on loopback. */
const largestAtOnce = 65_536;

function clientReadsOnce(evidence: Evidence): Finding | null {
  const { conversations, failure } = evidence;
  const [bob] = conversations;
  if (failure.code !== "no-output" || bob === undefined || !wentOn(evidence)) return null;
  if (uncaughtError(evidence) && !endedAtKeyboard(evidence)) return null;
  const [first, second] = bob.sent;
  const before = sentBeforeEnd(evidence, bob.peer);
  if (before === null || first === undefined || second === undefined || before.pieces === bob.sent.length) return null;
  // More may have arrived before it read standard input; then its output decides.
  const alone = before.pieces === 1 && !neverReads(evidence) && printsOrHides(evidence, first);
  if (!alone && !printedLast(evidence, first, second)) return null;
  const all = bob.sent.reduce((sum, piece) => sum + piece.length, 0);
  return {
    // The error at the end of standard input came later.
    strength: endedAtKeyboard(evidence) ? strength.shown : strength.likely,
    saw: {
      en: `${subject(evidence).en} stopped reading after the first of ${bob.sent.length} pieces, ${bytesOf(first.length, all).en}.`,
      id: `${subject(evidence).id} berhenti membaca setelah potongan pertama dari ${bob.sent.length}, ${grouped(first.length)} dari ${grouped(all)} byte.`,
    },
  };
}

/** Whether a client has no call that reads at all. */
function neverReads(evidence: Evidence): boolean {
  return sourcesOf(evidence).length > 0 && !standsInSource(evidence, /recv|read|input_?stream|scan|["']data["']|copy/i);
}

/** Whether the output can show that it read this piece: it would print text; other bytes may be hidden. */
function printsOrHides({ output }: Evidence, piece: Buffer): boolean {
  const words = piece.toString().trim();
  return words === "" || !isUtf8(piece) || output.stdout.includes(words);
}

/** Whether it printed a piece and after it, apart from its prompt, nothing of the next one. */
function printedLast(evidence: Evidence, piece: Buffer, next: Buffer): boolean {
  const printed = evidence.output.stdout.replaceAll(promptOf(evidence), "");
  const at = printed.lastIndexOf(piece.toString());
  return at >= 0 && !printed.slice(at + piece.toString().length).includes(next.toString());
}
