import { grouped } from "../texts/quantity.ts";
import { endOfInput, spins } from "./busy-loop.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { answersItself } from "./support/answers-itself.ts";
import { subject } from "./support/phrases.ts";
import { printedBytes } from "./support/printed-bytes.ts";

/** Endless output: the program was stopped at its limit. */
export const outputFlood: Cause = {
  about: "any",
  name: { en: "Prints without end", id: "Mencetak tanpa henti" },
  idea: {
    en: "A loop that prints on every turn fills disks and terminals, and usually shows that it turns without waiting.",
    id: "Perulangan yang mencetak di setiap putaran memenuhi disk dan terminal, dan biasanya berarti ia berputar tanpa menunggu.",
  },
  look: {
    en: "Find the print in the loop and ask why the loop does not stop or block: often recv returned no bytes, or an error repeats.",
    id: "Cari perintah cetak di dalam perulangan dan tanyakan mengapa perulangan itu tidak berhenti atau menunggu: sering karena recv tidak mengembalikan byte, atau error yang berulang.",
  },
  find: (evidence) => {
    const printed = printedBytes(evidence.transcript);
    const isStopped = evidence.exit?.limit === "output";
    if (!isStopped && !(spins(evidence) && printed >= printedOnEveryTurn)) return null;
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} was stopped after it had printed ${grouped(printed)} bytes.`,
        id: `${subject(evidence).id} dihentikan setelah mencetak ${grouped(printed)} byte.`,
      },
      location: evidence.working,
      ...(asksEndedKeyboard(evidence) ? { look: endOfInput } : answersItself(evidence)),
    };
  },
};

/** A loop that prints in every iteration may reach its limit of output or of CPU time first; the cause is the same. */
const printedOnEveryTurn = 64 << 10;

function asksEndedKeyboard({ transcript }: Evidence): boolean {
  const end = transcript.findIndex(({ kind }) => kind === "end-of-input");
  return end >= 0 && printedBytes(transcript.slice(end)) >= printedOnEveryTurn;
}
