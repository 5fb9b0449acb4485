import { type Cause, type Conversation, type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { failedConversation, isUsedUp, joined, readerOf } from "./support/conversations.ts";
import { losesReadAhead } from "./support/loses-read-ahead.ts";
import { blockedIn, bytesOf, quoted, subject } from "./support/phrases.ts";
import { insteadOfLines, isFullBuffer, readsLines, whyItWaits } from "./support/why-it-waits.ts";

/** The program has read everything and waits for more before it answers. */
export const waitsForMore: Cause = {
  about: "any",
  name: { en: "Waits for bytes that never come", id: "Menunggu byte yang tidak pernah datang" },
  idea: {
    en: "TCP does not mark where a message ends: whoever waits for a full buffer, a newline or the end may wait for ever.",
    id: "TCP tidak menandai akhir pesan: program yang menunggu buffer penuh, baris baru, atau akhir data bisa menunggu selamanya.",
  },
  look: {
    en: "Read with a call that returns what is there (recv, read), not one that waits for a line, an exact number or the end.",
    id: "Bacalah dengan fungsi yang langsung mengembalikan data yang ada (recv, read), bukan yang menunggu satu baris, jumlah tertentu, atau akhir data.",
  },
  find: (evidence) => losesReadAhead(evidence) ?? waitsForTheRest(evidence),
};

const waitsForTheRest: Diagnoser = (evidence) => {
  const conversation = unanswered(evidence);
  const reader = conversation && readerOf(evidence, conversation.peer);
  if (!conversation || !reader || !isProvenToHaveRead(conversation, reader.on)) return null;
  const [sent, received] = [joined(conversation.sent), joined(conversation.received)];
  const isFull = reader.on === conversation.peer && isFullBuffer(sent, evidence);
  const isInLine = readsLines(reader) && !sent.includes("\n");
  if (!isInLine && !wasLastToSend(conversation, evidence)) return null;
  // A program that answered another client correctly does not wait for the end of a message, unless it reads lines.
  if (!isFull && !isInLine && evidence.conversations.some((other) => other !== conversation && isAnswered(other)))
    return null;
  if (sent.length === 0 || !sent.subarray(0, received.length).equals(received)) return null;
  const { en, id } = missingOf(sent.length - received.length, sent.length);
  const rest = quoted(sent.subarray(received.length));
  const words = whyItWaits(reader, sent, isFull, evidence);
  return {
    strength: words === insteadOfLines ? strength.seen : strength.likely,
    ...words,
    location: reader.location,
    saw: {
      en: `${subject(evidence).en} had read all that ${conversation.peer} sent and was ${blockedIn(reader).en}, but ${en}: ${rest.en}.`,
      id: `${subject(evidence).id} sudah membaca semua kiriman ${conversation.peer} dan ${blockedIn(reader).id}, tetapi ${id}: ${rest.id}.`,
    },
  };
};

/** The conversation in which an answer is expected, or the one whose message should have been printed. */
function unanswered(evidence: Evidence): Conversation | undefined {
  const { failure, kind, conversations } = evidence;
  if (kind !== "server") return undefined;
  if (["no-reply", "reply-incomplete"].includes(failure.code)) return failedConversation(evidence);
  return failure.code === "no-output" && conversations.length === 1 ? conversations[0] : undefined;
}

/** The expected answer may depend on what another peer sent meanwhile: then this reader is right to wait. */
function wasLastToSend({ peer }: Conversation, { transcript }: Evidence): boolean {
  const last = transcript.findLast(({ kind }) => kind === "sent");
  return last === undefined || last.who === peer;
}

/** If the kernel does not show the program's side, only a thread blocked on that connection proves it. */
function isProvenToHaveRead({ taken, peer }: Conversation, readsFrom: string): boolean {
  return taken === null ? readsFrom === peer : isUsedUp(taken);
}

function missingOf(missing: number, all: number) {
  if (missing === all) return { en: "nothing had come back", id: "tidak ada yang kembali" };
  const count = bytesOf(missing, all);
  return { en: `${count.en} had not come back`, id: `${count.id} belum kembali` };
}

function isAnswered({ sent, received }: Conversation): boolean {
  return sent.length > 0 && joined(received).length >= joined(sent).length;
}
