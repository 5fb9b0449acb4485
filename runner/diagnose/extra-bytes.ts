import { byteCount } from "../texts/quantity.ts";
import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { failedEcho } from "./support/echo.ts";
import { insertedBytes } from "./support/insertions.ts";
import { quoted, subject } from "./support/phrases.ts";

/** The message came back with something before or after it, or something came unasked. */
export const extraBytes: Diagnoser = (evidence) => {
  const extra = unasked(evidence) ?? twice(evidence) ?? around(evidence) ?? among(evidence);
  if (extra === null) return null;
  const { bytes, peer, when } = extra;
  const [count, shown] = [byteCount(bytes.length), quoted(bytes)];
  return {
    strength: strength.likely,
    saw: {
      en: `${subject(evidence).en} sent ${peer} ${count.en} ${when.en}: ${shown.en}.`,
      id: `${subject(evidence).id} mengirim ${count.id} kepada ${peer} ${when.id}: ${shown.id}.`,
    },
  };
};

interface Extra {
  bytes: Buffer;
  peer: string;
  when: { en: string; id: string };
}

function unasked(evidence: Evidence): Extra | null {
  const conversation = failedConversation(evidence);
  if (evidence.failure.code !== "not-silent" || conversation === undefined || conversation.sent.length > 0) return null;
  const when = { en: "before anything was sent to it", id: "sebelum ada yang dikirim kepadanya" };
  return { bytes: joined(conversation.received), peer: conversation.peer, when };
}

function twice({ failure }: Evidence): Extra | null {
  if (failure.code !== "answered-twice" || failure.who === undefined || failure.actual === undefined) return null;
  const when = { en: "a second time", id: "untuk kedua kalinya" };
  return { bytes: Buffer.from(failure.actual.head, "base64"), peer: failure.who, when };
}

function around(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const { conversation, sent, received } = echo;
  const start = received.indexOf(sent.subarray(0, Math.min(sent.length, longestProbe)));
  if (start < 0 || !isRestOf(sent, received.subarray(start))) return null;
  const after = received.subarray(start + sent.length);
  const { peer } = conversation;
  if (start > 0) {
    return {
      bytes: received.subarray(0, start),
      peer,
      when: { en: "before its own message", id: "sebelum pesannya sendiri" },
    };
  }
  return after.length === 0
    ? null
    : { bytes: after, peer, when: { en: "after its own message", id: "setelah pesannya sendiri" } };
}

function among(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const bytes = insertedBytes(echo);
  const when = { en: "among the bytes of its own message", id: "di antara byte pesannya sendiri" };
  return bytes && { bytes, peer: echo.conversation.peer, when };
}

const wrongReply = new Set(["reply-differs", "reply-too-long", "not-silent"]);
const longestProbe = 64;

/** As far as it has come. */
function isRestOf(sent: Buffer, received: Buffer): boolean {
  const shared = Math.min(sent.length, received.length);
  return sent.subarray(0, shared).equals(received.subarray(0, shared));
}
