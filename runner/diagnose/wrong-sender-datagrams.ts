import type { Conversation, Diagnoser, Evidence } from "./evidence.ts";
import { strength } from "./evidence.ts";
import { quoted, subject } from "./support/phrases.ts";

/** A datagram's answer went to a peer that had not sent it. */
export const wrongSenderDatagrams: Diagnoser = (evidence) => {
  const { conversations, kind, transport } = evidence;
  if (transport !== "udp" || kind !== "server" || conversations.length < 2) return null;
  return anothersBytes(evidence) ?? anothersAnswer(evidence);
};

/** An echo that came back to the wrong peer. */
const anothersBytes: Diagnoser = (evidence) => {
  for (const { peer, sent, received } of evidence.conversations) {
    const strange = received.find((bytes) => bytes.length > 0 && !holds(sent, bytes));
    const owner = strange && evidence.conversations.find((other) => other.peer !== peer && holds(other.sent, strange));
    if (strange === undefined || owner === undefined) continue;
    const shown = quoted(strange);
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} sent ${peer} a datagram that ${owner.peer} had sent: ${shown.en}.`,
        id: `${subject(evidence).id} mengirim kepada ${peer} datagram yang dikirim oleh ${owner.peer}: ${shown.id}.`,
      },
    };
  }
  return null;
};

/** The same for equal answers, proven by their number. */
const anothersAnswer: Diagnoser = (evidence) => {
  const more = evidence.conversations.find(({ sent, received }) => received.length > sent.length);
  const fewer = evidence.conversations.find(({ sent, received }) => received.length < sent.length);
  if (more === undefined || fewer === undefined || answersTwice(evidence)) return null;
  const counts = { more: countsOf(more), fewer: countsOf(fewer) };
  return {
    strength: strength.shown,
    saw: {
      en: `${counts.more.en}, while ${counts.fewer.en}.`,
      id: `${counts.more.id}, sedangkan ${counts.fewer.id}.`,
    },
  };
};

/** Whether there are more answers than questions, so that some are duplicates. */
function answersTwice({ conversations }: Evidence): boolean {
  const count = (chunks: (conversation: Conversation) => readonly Buffer[]) =>
    conversations.reduce((sum, conversation) => sum + chunks(conversation).length, 0);
  return count(({ received }) => received) > count(({ sent }) => sent);
}

function countsOf({ peer, sent, received }: Conversation) {
  return {
    en: `${peer} sent ${sent.length} and got ${received.length} ${received.length === 1 ? "answer" : "answers"}`,
    id: `${peer} mengirim ${sent.length} dan menerima ${received.length} balasan`,
  };
}

function holds(datagrams: readonly Buffer[], bytes: Buffer): boolean {
  return datagrams.some((datagram) => datagram.equals(bytes));
}
