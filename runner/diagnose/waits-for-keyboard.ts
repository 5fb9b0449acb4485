import { type Diagnoser, strength } from "./evidence.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** A program that waits for somebody to type where it should serve, or end. */
export const waitsForKeyboard: Diagnoser = (evidence) => {
  const { blocked, failure, kind } = evidence;
  const keyboard = blocked.find((place) => place.on === "keyboard");
  const serves = blocked.some((place) => place.on === "listening" || place.on === failure.who);
  if (keyboard === undefined || serves || (kind === "client" && failure.code !== "no-exit")) return null;
  const waiting = evidence.conversations.find((conversation) => conversation.peer === failure.who)?.peer;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} was ${blockedIn(keyboard).en}${waiting ? ` while ${waiting} waited` : ""}.`,
      id: `${subject(evidence).id} ${blockedIn(keyboard).id}${waiting ? ` sementara ${waiting} menunggu` : ""}.`,
    },
  };
};
