import { type Cause, strength } from "./evidence.ts";
import { lineMatching, systemError } from "./support/last-words.ts";
import { innerSubject, quotedLine, withStatus } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** bind() fails on the port that the server used a moment ago, or the option was seen to be off. */
export const noReuseaddr: Cause = {
  about: "any",
  name: { en: "Cannot start again at once", id: "Tidak bisa langsung dijalankan lagi" },
  idea: {
    en: "After a server closes a connection, its port stays in TIME_WAIT for a minute; without SO_REUSEADDR bind() is refused until then.",
    id: "Setelah server menutup koneksi, port-nya berada di TIME_WAIT selama sekitar satu menit; tanpa SO_REUSEADDR, bind() ditolak selama itu.",
  },
  look: {
    en: "Before bind(), call setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); in Java setReuseAddress(true) on a socket not bound yet.",
    id: "Sebelum bind(), panggil setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); di Java setReuseAddress(true) pada socket yang belum di-bind.",
  },
  find: (evidence) => {
    const { failure } = evidence;
    if (failure.code === "option-differs" && failure.facts.option === "reuseaddr" && failure.facts.found === false)
      return seenOff;
    if (failure.code !== "not-listening-again") return null;
    const { port } = failure.facts;
    const said = systemError(evidence, "address-in-use") ?? lineMatching(evidence, failedAssertion);
    const status = withStatus(evidence);
    const error = said === null ? "" : `: ${quotedLine(said)}`;
    return {
      strength: said === null ? strength.shown : strength.certain,
      ...(said !== null && { error: said }),
      saw: {
        en: `Started again at once on port ${port}, ${innerSubject(evidence).en} did not listen${status.en}${error}.`,
        id: `Saat langsung dijalankan lagi di port ${port}, ${innerSubject(evidence).id} tidak listen${status.id}${error}.`,
      },
      lines: printedLines(evidence),
    };
  },
};

const seenOff = {
  strength: strength.certain,
  saw: {
    en: "SO_REUSEADDR is off on the socket that listens.",
    id: "SO_REUSEADDR tidak aktif pada socket yang mendengarkan.",
  },
};

/** C's assert() prints the condition, not the error. */
const failedAssertion = /Assertion .*\bbind\b.* failed/;
