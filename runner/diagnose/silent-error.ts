import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { subject } from "./phrases.ts";

/** The program fails and says nothing about it. */
export const silentError: Diagnoser = (evidence) => {
  const { failure, exit } = evidence;
  if (exit === null) return null;
  if (gotNoReply(evidence)) {
    return {
      strength: strength.shown,
      saw: {
        en: `${subject(evidence).en} got no reply and ended with exit status ${exit.status}, without a word about that.`,
        id: `${subject(evidence).id} tidak mendapat balasan dan berakhir dengan status keluar ${exit.status}, tanpa mengatakannya.`,
      },
    };
  }
  if (failure.code !== "no-message" || failure.facts?.listens !== undefined) return null;
  return {
    strength: strength.certain,
    saw: {
      en: `${subject(evidence).en} ended with exit status ${exit.status} and printed nothing at all.`,
      id: `${subject(evidence).id} berakhir dengan status keluar ${exit.status} tanpa mencetak apa pun.`,
    },
  };
};

/** A client to which nobody sent anything, and which should have said so. */
function gotNoReply({ failure, kind, conversations }: Evidence): boolean {
  if (failure.code !== "no-output" || failure.facts?.words !== "any" || kind !== "client") return false;
  return conversations.length > 0 && conversations.every(({ sent }) => sent.length === 0);
}
