import { type Cause, type Evidence, strength } from "./evidence.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** A program that waits for standard input when it should serve or end. */
export const waitsForKeyboard: Cause = {
  about: "any",
  name: { en: "Waits for the keyboard", id: "Menunggu masukan keyboard" },
  idea: {
    en: "Nobody sits at the keyboard while the program is tested: as long as it waits for a line, it does nothing else.",
    id: "Tidak ada orang di depan keyboard saat program diuji: selama menunggu satu baris, program tidak melakukan hal lain.",
  },
  look: {
    en: "Ask for no more than the handout says: take the rest from the command line, and let one line be enough for one message.",
    id: "Jangan meminta lebih dari yang disebut modul praktikum: ambil sisanya dari baris perintah, dan satu baris cukup untuk satu pesan.",
  },
  find: (evidence) => {
    const { blocked, failure, kind } = evidence;
    const keyboard = blocked.find((place) => place.on === "keyboard");
    const serves = blocked.some((place) => place.on === "listening" || place.on === failure.who);
    if (keyboard === undefined || serves || (kind === "client" && !isInTheWay(evidence))) return null;
    const waiting = evidence.conversations.find((conversation) => conversation.peer === failure.who)?.peer;
    return {
      strength: strength.named,
      location: keyboard.location,
      saw: {
        en: `${subject(evidence).en} was ${blockedIn(keyboard).en}${waiting ? ` while ${waiting} waited` : ""}.`,
        id: `${subject(evidence).id} ${blockedIn(keyboard).id}${waiting ? ` sementara ${waiting} menunggu` : ""}.`,
      },
    };
  },
};

/** Whether it should not read standard input now: a client may read it, until all input of the test was typed. */
function isInTheWay({ failure, transcript, conversations }: Evidence): boolean {
  if (["no-exit", "no-message-sent", "no-connection"].includes(failure.code)) return true;
  // Where nothing is typed, one that has not sent anything asks for what it should know.
  const isAlone = !transcript.some(({ kind }) => kind === "typed" || kind === "end-of-input");
  return isAlone && conversations.length > 0 && conversations.every(({ received }) => received.length === 0);
}
