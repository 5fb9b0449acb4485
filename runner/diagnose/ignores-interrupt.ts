import { type Cause, strength } from "./evidence.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** Ctrl-C does not end the program. */
export const ignoresInterrupt: Cause = {
  about: "any",
  name: { en: "Does not end on Ctrl-C", id: "Tidak berhenti saat Ctrl-C" },
  idea: {
    en: "Ctrl-C sends SIGINT: the person at the keyboard asks the program to end, whatever it is waiting for.",
    id: "Ctrl-C mengirim SIGINT: pengguna meminta program berhenti, apa pun yang sedang ditunggunya.",
  },
  look: {
    en: "Look for a bare except: that swallows KeyboardInterrupt, for a handler that only prints, and for threads that are not daemons.",
    id: "Cari except: tanpa jenis error yang ikut menelan KeyboardInterrupt, handler yang hanya mencetak, dan thread yang bukan daemon.",
  },
  find: (evidence) => {
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
  },
};
