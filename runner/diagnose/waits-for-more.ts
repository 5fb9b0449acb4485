import { type Conversation, type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { failedConversation, isUsedUp, joined, readerOf } from "./support/conversations.ts";
import { blockedIn, bytesOf, quoted, subject } from "./support/phrases.ts";

/** The program has read everything and waits for still more before it answers. */
export const waitsForMore: Diagnoser = (evidence) => {
  const conversation = unanswered(evidence);
  const reader = conversation && readerOf(evidence, conversation.peer);
  if (!conversation || !reader || !isProvenToHaveRead(conversation, reader.on)) return null;
  if (!wasLastToSend(conversation, evidence)) return null;
  const [sent, received] = [joined(conversation.sent), joined(conversation.received)];
  if (sent.length === 0 || !sent.subarray(0, received.length).equals(received)) return null;
  const { en, id } = missingOf(sent.length - received.length, sent.length);
  const rest = quoted(sent.subarray(received.length));
  return {
    strength: strength.likely,
    saw: {
      en: `${subject(evidence).en} had read all that ${conversation.peer} sent and was ${blockedIn(reader).en}, but ${en}: ${rest.en}.`,
      id: `${subject(evidence).id} sudah membaca semua kiriman ${conversation.peer} dan ${blockedIn(reader).id}, tetapi ${id}: ${rest.id}.`,
    },
  };
};

/** The conversation in which an answer is due, or the one whose message should have been printed. */
function unanswered(evidence: Evidence): Conversation | undefined {
  const { failure, kind, conversations } = evidence;
  if (kind !== "server") return undefined;
  if (["no-reply", "reply-incomplete"].includes(failure.code)) return failedConversation(evidence);
  return failure.code === "no-output" && conversations.length === 1 ? conversations[0] : undefined;
}

/** What is due may be about what somebody else sent meanwhile: then this reader waits for more with good reason. */
function wasLastToSend({ peer }: Conversation, { transcript }: Evidence): boolean {
  const last = transcript.findLast(({ kind }) => kind === "sent");
  return last === undefined || last.who === peer;
}

/** Where the kernel does not show the program's side, only a thread blocked on that very connection proves it. */
function isProvenToHaveRead({ taken, peer }: Conversation, readsFrom: string): boolean {
  return taken === null ? readsFrom === peer : isUsedUp(taken);
}

function missingOf(missing: number, all: number) {
  if (missing === all) return { en: "nothing had come back", id: "tidak ada yang kembali" };
  const count = bytesOf(missing, all);
  return { en: `${count.en} had not come back`, id: `${count.id} belum kembali` };
}
