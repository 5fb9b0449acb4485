import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, happened, isUsedUp } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** The program should send first but waits for the peer, so both wait. */
export const waitsFirst: Cause = {
  about: "any",
  name: { en: "Waits where it should speak first", id: "Menunggu padahal harus bicara lebih dulu" },
  idea: {
    en: "A protocol says who speaks first. When that one begins with recv, each side waits for the other, for ever.",
    id: "Protokol menentukan siapa yang bicara lebih dulu. Kalau pihak itu memulai dengan recv, keduanya saling menunggu selamanya.",
  },
  look: {
    en: "Exchange the two: send first, then recv.",
    id: "Tukar urutannya: kirim dulu, baru recv.",
  },
  find(evidence) {
    const { kind, blocked } = evidence;
    const conversation = failedConversation(evidence);
    if (conversation === undefined || !isSilent(evidence)) return null;
    const place =
      blocked.find(({ call, on }) => call === "recv" && on === conversation.peer) ??
      (evidence.transport === "udp" ? blocked.find(({ call }) => call === "recv") : undefined);
    if (place === undefined || happened(evidence, "finished", conversation.peer)) return null;
    if (kind === "server" && conversation.taken !== null && !isUsedUp(conversation.taken)) return null;
    return {
      strength: strength.shown,
      ...(kind === "server" && serversGreet),
      location: place.location,
      saw: {
        en: `${subject(evidence).en} was ${blockedIn(place).en} before it had sent anything, while ${conversation.peer} waited for its first word.`,
        id: `${subject(evidence).id} ${blockedIn(place).id} sebelum mengirim apa pun, sementara ${conversation.peer} menunggu kata pertamanya.`,
      },
    };
  },
};

const serversGreet = {
  look: {
    en: "Here the server speaks first: send right after accept(), without a recv before it.",
    id: "Di sini server yang bicara lebih dulu: kirim tepat setelah accept(), tanpa recv sebelumnya.",
  },
};

/** Whether nothing was sent although it was the program's turn. */
function isSilent({ kind, failure, talk, conversations }: Evidence): boolean {
  const isDue =
    kind === "server" ? failure.code === "no-reply" && talk === "greeting" : failure.code === "no-message-sent";
  return isDue && conversations.every(({ sent, received }) => sent.length === 0 && received.length === 0);
}
