import { type Cause, strength } from "./evidence.ts";
import { systemError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** The program used more memory than its limit. */
export const memoryLimit: Cause = {
  about: "any",
  name: { en: "Takes too much memory", id: "Memakai terlalu banyak memori" },
  idea: {
    en: "A stream can be longer than the memory: what is passed on at once need not be kept.",
    id: "Aliran data bisa lebih panjang daripada memori: data yang langsung diteruskan tidak perlu disimpan.",
  },
  look: {
    en: "Send each part on as it comes instead of collecting everything, and stop reading while the other side does not take it. A loop that never ends fills the memory, too.",
    id: "Kirim setiap bagian begitu datang alih-alih mengumpulkan semuanya, dan berhentilah membaca selama pihak lawan belum mengambilnya. Perulangan yang tidak pernah berakhir juga memenuhi memori.",
  },
  find: (evidence) => {
    if (evidence.exit?.limit === "memory") {
      return {
        strength: strength.certain,
        saw: {
          en: `${subject(evidence).en} was stopped when it had taken more memory than it may.`,
          id: `${subject(evidence).id} dihentikan karena memakai memori melebihi batas.`,
        },
      };
    }
    const said = systemError(evidence, "out-of-memory");
    if (said === null) return null;
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} ran out of memory: ${quotedLine(said)}.`,
        id: `${subject(evidence).id} kehabisan memori: ${quotedLine(said)}.`,
      },
      lines: printedLines(evidence),
    };
  },
};
