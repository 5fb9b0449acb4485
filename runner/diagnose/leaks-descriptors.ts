import { grouped } from "../texts/quantity.ts";
import { type Cause, strength } from "./evidence.ts";
import { systemError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** File descriptors stay open after their clients have left. */
export const leaksDescriptors: Cause = {
  about: "any",
  name: { en: "Leaves sockets open", id: "Membiarkan socket terbuka" },
  idea: {
    en: "Each socket takes a descriptor, and a process may have only a limited number (often 1024): if one stays open per client, accept() fails some day.",
    id: "Setiap socket memakai satu descriptor, dan jumlahnya terbatas (sering 1024): kalau satu tertinggal per client, suatu saat accept() gagal.",
  },
  look: {
    en: "Close each client's socket on every path, errors too: with, finally, try-with-resources, defer.",
    id: "Tutup socket setiap client di semua jalur, termasuk saat error: with, finally, try-with-resources, defer.",
  },
  find: (evidence) => {
    if (evidence.failure.code === "more-descriptors") {
      const { before, after } = evidence.failure.facts;
      const clients = evidence.conversations.length;
      return {
        strength: strength.certain,
        saw: {
          en: `${subject(evidence).en} had ${grouped(before)} descriptors open before, and ${grouped(after)} after ${clients} clients had come and gone.`,
          id: `${subject(evidence).id} membuka ${grouped(before)} descriptor sebelumnya, dan ${grouped(after)} setelah ${clients} client datang dan pergi.`,
        },
      };
    }
    const said = systemError(evidence, "too-many-files");
    if (said === null) return null;
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} ran out of descriptors after ${evidence.conversations.length} clients: ${quotedLine(said)}.`,
        id: `${subject(evidence).id} kehabisan descriptor setelah ${evidence.conversations.length} client: ${quotedLine(said)}.`,
      },
      lines: printedLines(evidence),
    };
  },
};
