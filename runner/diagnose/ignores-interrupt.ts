import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { blockedIn, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

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
      ...whyItStays(evidence),
      saw: {
        en: `${subject(evidence).en} went on running after SIGINT${place ? `, ${blockedIn(place).en}` : ""}.`,
        id: `${subject(evidence).id} tetap berjalan setelah SIGINT${place ? `, ${blockedIn(place).id}` : ""}.`,
      },
    };
  },
};

/** What keeps it running, if the place where it is blocked or its source shows it. */
function whyItStays(evidence: Evidence): Pick<Finding, "name" | "idea" | "look"> | null {
  const { blocked, language } = evidence;
  if (language === "Python") {
    const waitsForThreads =
      blocked.some(({ call }) => call === "lock") && standsInSource(evidence, /\bThread\s*\(|ThreadPoolExecutor/);
    return waitsForThreads && !standsInSource(evidence, /daemon\s*=\s*True|daemon_threads/) ? keptByThreads : null;
  }
  return standsInSource(evidence, handlers) ? { look: inTheHandler } : { look: nothingHeard };
}

const keptByThreads = {
  name: { en: "Its threads keep it running", id: "Thread-nya menahan program" },
  idea: {
    en: "Python ends only when every thread has ended that is not a daemon: one that waits for a silent client never does.",
    id: "Python baru berakhir setelah semua thread yang bukan daemon selesai: thread yang menunggu client yang diam tidak pernah selesai.",
  },
  look: {
    en: "Make each thread a daemon: threading.Thread(target=..., daemon=True). The threads of a ThreadPoolExecutor cannot be daemons: give recv() a time limit, or close the clients' sockets.",
    id: "Jadikan setiap thread daemon: threading.Thread(target=..., daemon=True). Thread milik ThreadPoolExecutor tidak bisa menjadi daemon: beri recv() batas waktu, atau tutup socket client.",
  },
};

/** Functions for signals, in any language. */
const handlers = /SIGINT|\bsignal\s*\(|sigaction|signal\.Notify|addShutdownHook|ctrlc/;

const inTheHandler = {
  en: "Look at the function that handles SIGINT: it must end the program (process.exit(), exit(), os.Exit()), not only print or return.",
  id: "Periksa fungsi yang menangani SIGINT: fungsi itu harus mengakhiri program (process.exit(), exit(), os.Exit()), bukan hanya mencetak atau kembali.",
};

const nothingHeard = {
  en: "Find what takes the signal or keeps the program busy: a handler that does not exit, or a loop that never pauses.",
  id: "Cari apa yang menelan sinyalnya atau membuat program sibuk: handler yang tidak keluar, atau perulangan yang tidak pernah berhenti.",
};
