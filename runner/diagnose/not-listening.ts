import { happened } from "./conversations.ts";
import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { blockedIn, subject } from "./phrases.ts";

/** A server that never gets as far as listen(). */
export const notListening: Diagnoser = (evidence) => {
  const { failure, kind, exit } = evidence;
  if (kind !== "server" || happened(evidence, "listening")) return null;
  const exitedQuietly = failure.code === "exited-early" && exit?.status === 0;
  if (failure.code !== "not-listening" && !exitedQuietly) return null;
  const [is, adalah] = state(evidence);
  return {
    strength: strength.likely,
    saw: {
      en: `${subject(evidence).en} ${is} and no socket of it was listening.`,
      id: `${subject(evidence).id} ${adalah} dan tidak ada socket-nya yang listen.`,
    },
  };
};

function state({ exit, blocked, failure }: Evidence): [string, string] {
  if (exit) return [`ended with status ${exit.status}`, `berakhir dengan status ${exit.status}`];
  const [place] = blocked;
  if (place) return [`was ${blockedIn(place).en}`, blockedIn(place).id];
  return failure.facts?.gaveUp === "computes"
    ? ["kept the processor busy", "terus menyibukkan prosesor"]
    : ["was running", "sedang berjalan"];
}
