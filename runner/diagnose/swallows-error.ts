import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { lacksHtons } from "./support/byte-order.ts";
import { locationOf } from "./support/hand-in-files.ts";
import { hidesErrors, hidingLine } from "./support/hidden-errors.ts";
import { printedBy } from "./support/last-words.ts";
import { atLine, quotedLine, subject } from "./support/phrases.ts";
import { readsFromTheListener } from "./support/talks-on-the-listener.ts";

/** The exit status is 0 in spite of an error, or the program continues as if there were none. */
export const swallowsError: Cause = {
  about: "any",
  name: { en: "Hides an error", id: "Menyembunyikan error" },
  idea: {
    en: "The exit status tells scripts and other programs whether it worked: 0 says yes, even when nothing did.",
    id: "Status keluar memberi tahu skrip dan program lain apakah semuanya berhasil: 0 berarti berhasil, walaupun sebenarnya gagal.",
  },
  look: {
    en: "After the message, end with sys.exit(1), exit(1) or process.exit(1), and do not go on as if nothing had happened.",
    id: "Setelah mencetak pesan, akhiri dengan sys.exit(1), exit(1), atau process.exit(1), jangan lanjut seolah tidak terjadi apa-apa.",
  },
  find: (evidence) =>
    endsWell(evidence) ?? goesOn(evidence) ?? hidesOverUdp(evidence) ?? readsFromTheListener(evidence),
};

function endsWell(evidence: Evidence): Finding | null {
  const { failure, exit } = evidence;
  if (failure.code !== "wrong-status" || failure.facts?.wanted !== "error" || exit?.status !== 0) return null;
  const lines = printedBy(evidence).trim().split("\n");
  // Later lines, such as that it closes, are not the error.
  const words = lines.findLast((line) => errorWords.test(line)) ?? lines.at(-1) ?? "";
  const said = {
    en: words === "" ? "said nothing" : `said ${quotedLine(words)}`,
    id: words === "" ? "tidak mengatakan apa pun" : `mencetak ${quotedLine(words)}`,
  };
  return {
    strength: strength.certain,
    ...(!errorWords.test(words) && notNoticed),
    saw: {
      en: `${subject(evidence).en} ${said.en} and ended with exit status 0, as if all had gone well.`,
      id: `${subject(evidence).id} ${said.id} dan berakhir dengan status keluar 0, seolah semuanya berhasil.`,
    },
  };
}

/** The texts if it printed no error: it continued without checking for one. */
const notNoticed = {
  name: { en: "Does not notice an error", id: "Tidak menyadari error" },
  look: {
    en: "Look at what may have gone wrong before you go on; then print one clear line and end with an exit status other than 0.",
    id: "Periksa apa yang bisa salah sebelum melanjutkan; lalu cetak satu baris yang jelas dan keluar dengan status selain 0.",
  },
};

/** Words with which programs begin or name an error. */
const errorWords =
  /err(or|no)?\b|exception|refused|in use|cannot|can't|could not|failed|fail\b|error|invalid|unknown|gagal|tidak (dapat|bisa|valid|dikenal)/i;

/** A server of datagrams that read one, answered nobody, and waits for the next, with a handler that hides what went wrong. */
function hidesOverUdp(evidence: Evidence): Finding | null {
  const { failure, kind, transport, blocked, conversations, exit } = evidence;
  if (kind !== "server" || transport !== "udp" || exit !== null || !unanswered.has(failure.code)) return null;
  if (!blocked.some(({ call }) => call === "recv") || conversations.some(({ received }) => received.length > 0))
    return null;
  const hider = hidingLine(evidence);
  const place = hider && locationOf(evidence.files, hider);
  if (hider === null || place === null) return null;
  const [who, at, peer] = [subject(evidence), atLine(place), conversations[0]?.peer ?? failure.who];
  return {
    strength: strength.shown,
    ...hidesErrors,
    lines: [hider],
    saw: {
      en: `${who.en} read what ${peer} sent, answered nothing and waited for the next datagram. An error meanwhile leaves no trace (${at.en}).`,
      id: `${who.id} membaca kiriman ${peer}, tidak membalas, lalu menunggu datagram berikutnya. Error di antaranya tidak meninggalkan jejak (${at.id}).`,
    },
  };
}

const unanswered = new Set(["no-reply", "replies-missing"]);

/** listen() on an unbound socket takes any free port. */
function goesOn(evidence: Evidence): Finding | null {
  const { failure, blocked } = evidence;
  const isDue = failure.code === "no-exit" && failure.facts?.wanted === "error";
  if (
    !isDue ||
    failure.facts?.shares !== undefined ||
    !blocked.some((place) => place.on === "listening") ||
    lacksHtons(evidence)
  )
    return null;
  return {
    strength: strength.shown,
    idea: {
      en: "bind() fails when a port is taken. A server that goes on listens at another port, where no client looks for it.",
      id: "bind() gagal bila port sudah dipakai. Server yang tetap berjalan mendengarkan di port lain, tempat tidak ada client yang mencarinya.",
    },
    look: {
      en: "Look at what bind() returns or raises: print one clear line and end with an exit status other than 0.",
      id: "Periksa hasil atau error dari bind(): cetak satu baris yang jelas, lalu keluar dengan status selain 0.",
    },
    saw: {
      en: `${subject(evidence).en} could not have the port that it was to use, and went on at another.`,
      id: `${subject(evidence).id} tidak mendapat port yang seharusnya dipakai, tetapi tetap berjalan di port lain.`,
    },
  };
}
