import { type Diagnoser, strength } from "./evidence.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** Ctrl-C does not end the program. */
export const ignoresInterrupt: Diagnoser = (evidence) => {
  const { failure, transcript, blocked } = evidence;
  const interrupted = transcript.some((event) => event.kind === "signal" && event.detail === "SIGINT");
  if (failure.code !== "no-exit" || !interrupted) return null;
  const [place] = blocked;
  return {
    strength: strength.certain,
    saw: {
      en: `${subject(evidence).en} went on running after SIGINT${place ? `, ${blockedIn(place).en}` : ""}.`,
      id: `${subject(evidence).id} tetap berjalan setelah SIGINT${place ? `, ${blockedIn(place).id}` : ""}.`,
    },
  };
};
