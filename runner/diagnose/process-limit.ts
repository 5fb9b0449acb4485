import { type Cause, strength } from "./evidence.ts";
import { systemError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** The program started more processes or threads than its limit. */
export const processLimit: Cause = {
  about: "any",
  name: { en: "Starts too many processes", id: "Membuat terlalu banyak proses" },
  idea: {
    en: "Every thread and process costs memory and time; started in a loop without an end, they take the whole machine.",
    id: "Setiap thread dan proses memakan memori dan waktu; kalau terus dibuat tanpa henti, seluruh mesin akan habis terpakai.",
  },
  look: {
    en: "Start one per accepted connection, after accept() and not before, and let each of them end when its client has left.",
    id: "Buat satu untuk setiap koneksi, setelah accept() dan bukan sebelumnya, dan biarkan berakhir saat client-nya pergi.",
  },
  find: (evidence) => {
    const said = systemError(evidence, "no-more-threads");
    const isLimit = evidence.exit?.limit === "processes";
    if (!isLimit && said === null) return null;
    const clients = evidence.conversations.length;
    const after =
      clients === 0 ? { en: "", id: "" } : { en: ` after ${clients} clients`, id: ` setelah ${clients} client` };
    const error = said === null ? "" : `: ${quotedLine(said)}`;
    return {
      strength: isLimit ? strength.certain : strength.named,
      saw: {
        en: `${subject(evidence).en} started more processes or threads than it may${after.en}${error}.`,
        id: `${subject(evidence).id} membuat proses atau thread melebihi batas${after.id}${error}.`,
      },
      lines: printedLines(evidence),
    };
  },
};
