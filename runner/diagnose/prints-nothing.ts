import { type Cause, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { innerSubject, quoted } from "./support/phrases.ts";

/** The program does not print what it received. */
export const printsNothing: Cause = {
  about: "any",
  name: { en: "Prints nothing of it", id: "Tidak mencetak apa pun" },
  idea: {
    en: "What a program receives stays within it until it prints it: the person at the screen sees nothing of it.",
    id: "Data yang diterima tetap berada di dalam program sampai dicetak: orang di depan layar tidak melihat apa-apa.",
  },
  look: {
    en: "Print what recv returned, right where it was received. If that line is there: is it reached, and does what it prints end with a newline?",
    id: "Cetak hasil recv tepat di tempat data itu diterima. Kalau baris itu sudah ada: apakah tercapai, dan apakah yang dicetak diakhiri baris baru?",
  },
  find(evidence) {
    const { failure, transcript, conversations } = evidence;
    const came = transcript.findIndex(
      ({ kind, who }) => kind === "sent" && conversations.some(({ peer }) => peer === who),
    );
    if (failure.code !== "no-output" || came < 0) return null;
    if (transcript.some(({ kind }, at) => at > came && (kind === "stdout" || kind === "stderr"))) return null;
    // A program that gave up before has nothing to print.
    if (transcript.slice(0, came).some(({ kind }) => ["exited", "ended", "reset"].includes(kind))) return null;
    const last = transcript.findLast(
      ({ kind, who }) => kind === "sent" && conversations.some(({ peer }) => peer === who),
    );
    const sender = conversations.find(({ peer }) => peer === last?.who);
    const shown = quoted(joined(sender?.sent ?? []));
    return {
      strength: strength.described,
      saw: {
        en: `${sender?.peer} sent ${shown.en}, and ${innerSubject(evidence).en} printed nothing after that.`,
        id: `${sender?.peer} mengirim ${shown.id}, dan sesudah itu ${innerSubject(evidence).id} tidak mencetak apa pun.`,
      },
    };
  },
};
