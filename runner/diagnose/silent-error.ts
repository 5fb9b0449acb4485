import { type Diagnoser, strength } from "./evidence.ts";
import { subject } from "./phrases.ts";

/** The program fails and says nothing about it. */
export const silentError: Diagnoser = (evidence) => {
  const { failure, exit } = evidence;
  if (failure.code !== "no-message" || exit === null || failure.facts?.listens !== undefined) return null;
  return {
    strength: strength.certain,
    saw: {
      en: `${subject(evidence).en} ended with exit status ${exit.status} and printed nothing at all.`,
      id: `${subject(evidence).id} berakhir dengan status keluar ${exit.status} tanpa mencetak apa pun.`,
    },
  };
};
