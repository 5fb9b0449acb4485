import { keptStart } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { innerSubject, quotedLine } from "./support/phrases.ts";

/** A store says that it has nothing under a key whose value it has just accepted. */
export const forgetsValues: Cause = {
  about: "any",
  name: { en: "A value that was set is gone", id: "Nilai yang sudah disimpan hilang" },
  idea: {
    en: "What is kept for later commands must live longer than one of them: a dictionary made inside a function begins empty at every call.",
    id: "Yang disimpan untuk perintah berikutnya harus hidup lebih lama daripada satu perintah: kamus yang dibuat di dalam fungsi mulai kosong di setiap pemanggilan.",
  },
  look: {
    en: "Make the store once, outside of the functions for a command and a client. If it is: print the key that SET stores and the one that GET looks for.",
    id: "Buat penyimpanannya satu kali, di luar fungsi untuk perintah dan client. Kalau sudah: cetak kunci yang disimpan SET dan kunci yang dicari GET.",
  },
  find(evidence) {
    const value = acceptedValue(evidence);
    if (value === null) return null;
    const shown = quotedLine(value);
    return {
      strength: strength.shown,
      saw: {
        en: `A value, ${shown}, was sent to ${innerSubject(evidence).en} and answered with +OK; asked for it, it said that there is none.`,
        id: `Sebuah nilai, ${shown}, dikirim kepada ${innerSubject(evidence).id} dan dijawab +OK; ketika diminta, dijawab bahwa nilainya tidak ada.`,
      },
    };
  },
};

/** The value that is due, if "none" came instead and it was sent and accepted before. */
function acceptedValue({ failure, kind, conversations }: Evidence): string | null {
  if (kind !== "server" || failure.code !== "reply-differs" || !/^\$-1\r\n/.test(keptStart(failure.actual).toString()))
    return null;
  const [, value = ""] = /^\$\d+\r\n([^\r\n]+)\r\n$/.exec(keptStart(failure.expected).toString()) ?? [];
  const isAccepted = conversations.some(
    ({ sent, received }) =>
      // A value may rightly be gone after its time.
      /\bSET\b/.test(joined(sent).toString()) &&
      !/\r\nPX\r\n/.test(joined(sent).toString()) &&
      joined(sent).includes(`\r\n${value}\r\n`) &&
      joined(received).includes("+OK"),
  );
  return value !== "" && isAccepted ? value : null;
}
