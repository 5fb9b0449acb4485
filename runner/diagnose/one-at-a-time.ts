import { failedConversation, hasLeft, readerOfAnother } from "./conversations.ts";
import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { blockedIn, subject } from "./phrases.ts";

/** One client is served to its end while the next one waits. */
export const oneAtATime: Diagnoser = (evidence) => {
  const { failure, kind, transport } = evidence;
  if (kind !== "server" || transport !== "tcp" || !unanswered.has(failure.code)) return null;
  const busy = readerOfAnother(evidence, failure.who);
  if (busy === undefined || !servesOnly(busy.on, evidence)) return null;
  const waits = waitsFor(evidence);
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} was ${blockedIn(busy).en} while ${failure.who} waited to be ${waits.en}.`,
      id: `${subject(evidence).id} ${blockedIn(busy).id} sementara ${failure.who} menunggu untuk ${waits.id}.`,
    },
  };
};

const unanswered = new Set(["no-reply", "reply-incomplete", "not-accepted", "not-taken"]);

/** No thread waits for the next client or for somebody else, and nobody else was taken in. */
function servesOnly(peer: string, evidence: Evidence): boolean {
  const elsewhere = evidence.blocked.some((place) => place.on !== peer && place.call !== "lock");
  const alsoTaken = evidence.conversations.some(
    (other) => other.peer !== peer && other.taken?.accepted === true && !hasLeft(evidence, other.peer),
  );
  return !elsewhere && !alsoTaken && !evidence.blocked.some((place) => place.call === "lock");
}

function waitsFor(evidence: Evidence) {
  const isTaken = failedConversation(evidence)?.taken?.accepted === true;
  return isTaken ? { en: "answered", id: "dibalas" } : { en: "accepted", id: "diterima (accept)" };
}
