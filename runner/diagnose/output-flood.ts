import { grouped } from "../texts/quantity.ts";
import { type Cause, strength } from "./evidence.ts";
import { subject } from "./support/phrases.ts";

/** Output without end: the program was stopped when it passed its limit. */
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
    if (evidence.exit?.limit !== "output") return null;
    const printed = evidence.transcript
      .filter((event) => event.kind === "stdout" || event.kind === "stderr")
      .reduce((sum, event) => sum + (event.bytes?.length ?? 0), 0);
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} was stopped after it had printed ${grouped(printed)} bytes.`,
        id: `${subject(evidence).id} dihentikan setelah mencetak ${grouped(printed)} byte.`,
      },
    };
  },
};
