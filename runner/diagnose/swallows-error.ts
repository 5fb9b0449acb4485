import { type Diagnoser, type Evidence, type Finding, strength } from "./evidence.ts";
import { printedBy } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";

/** The exit status says that all went well where it did not, or the program goes on as if it had. */
export const swallowsError: Diagnoser = (evidence) => endsWell(evidence) ?? goesOn(evidence);

function endsWell(evidence: Evidence): Finding | null {
  const { failure, exit } = evidence;
  if (failure.code !== "wrong-status" || failure.facts?.wanted !== "error" || exit?.status !== 0) return null;
  const words = printedBy(evidence).trim().split("\n").at(-1) ?? "";
  const said = {
    en: words === "" ? "said nothing" : `said ${quotedLine(words)}`,
    id: words === "" ? "tidak mengatakan apa pun" : `mencetak ${quotedLine(words)}`,
  };
  return {
    strength: strength.certain,
    saw: {
      en: `${subject(evidence).en} ${said.en} and ended with exit status 0, as if all had gone well.`,
      id: `${subject(evidence).id} ${said.id} dan berakhir dengan status keluar 0, seolah semuanya berhasil.`,
    },
  };
}

/** listen() on a socket without a port of its own takes any that is free. */
function goesOn(evidence: Evidence): Finding | null {
  const { failure, blocked } = evidence;
  const isDue = failure.code === "no-exit" && failure.facts?.wanted === "error";
  if (!isDue || !blocked.some((place) => place.on === "listening")) return null;
  return {
    strength: strength.shown,
    idea: {
      en: "bind() fails when a port is taken. A server that goes on listens at another port, where no client looks for it.",
      id: "bind() gagal bila port sudah dipakai. Server yang tetap berjalan mendengarkan di port lain, tempat tidak ada client yang mencarinya.",
    },
    look: {
      en: "Look at what bind() returns or raises: print one clear line and end with an exit status other than 0.",
      id: "Periksa hasil atau galat dari bind(): cetak satu baris yang jelas, lalu keluar dengan status selain 0.",
    },
    saw: {
      en: `${subject(evidence).en} could not have the port that it was to use, and went on at another.`,
      id: `${subject(evidence).id} tidak mendapat port yang seharusnya dipakai, tetapi tetap berjalan di port lain.`,
    },
  };
}
