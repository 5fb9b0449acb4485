import { firstDifference } from "../wire/difference.ts";
import { type Cause, type Diagnoser, strength } from "./evidence.ts";
import { answersElsewhere } from "./support/answers-elsewhere.ts";
import { isEndOfRelay, joined } from "./support/conversations.ts";
import { deliveredElsewhere } from "./support/delivered-elsewhere.ts";
import { failedEcho } from "./support/echo.ts";
import { quoted, subject } from "./support/phrases.ts";
import { sentBack } from "./support/sent-back.ts";
import { sharesItsSocket } from "./support/shared-socket.ts";
import { wrongSenderDatagrams } from "./wrong-sender-datagrams.ts";

/** One client's message went to another client. */
export const answersWrongSender: Cause = {
  about: "any",
  name: { en: "Answers the wrong one", id: "Membalas pengirim yang salah" },
  idea: {
    en: "Each client has a socket (TCP) or an address (UDP) of its own; data kept in a shared variable reaches whoever came last.",
    id: "Setiap client punya socket (TCP) atau alamat (UDP) sendiri; data yang disimpan di variabel bersama akan sampai ke client yang terakhir datang.",
  },
  look: {
    en: "Send to the address that this very recvfrom returned, and keep each client's data in local variables of its handler.",
    id: "Kirim ke alamat yang dikembalikan oleh recvfrom itu juga, dan simpan data setiap client di variabel lokal fungsi penanganannya.",
  },
  find: (all) => {
    const evidence = { ...all, conversations: all.conversations.filter(({ peer }) => !isEndOfRelay(peer)) };
    return (
      wrongSenderDatagrams(evidence) ??
      wrongStream(evidence) ??
      deliveredElsewhere(evidence) ??
      answersElsewhere(evidence) ??
      sentBack(evidence) ??
      sharesItsSocket(evidence)
    );
  },
};

const wrongStream: Diagnoser = (evidence) => {
  const echo = failedEcho(evidence);
  const at = echo === null ? -1 : firstDifference(echo.sent, echo.received);
  if (echo === null || at < 0) return null;
  const strange = echo.received.subarray(at, at + probe);
  if (strange.length < probe || echo.sent.includes(strange)) return null;
  const { peer } = echo.conversation;
  const owner = evidence.conversations.find((other) => other.peer !== peer && joined(other.sent).includes(strange));
  if (owner === undefined) return null;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} sent ${peer} bytes that ${owner.peer} had sent: ${quoted(strange).en}.`,
      id: `${subject(evidence).id} mengirim kepada ${peer} byte yang dikirim oleh ${owner.peer}: ${quoted(strange).id}.`,
    },
  };
};

/** This many bytes are not equal by chance. */
const probe = 12;
