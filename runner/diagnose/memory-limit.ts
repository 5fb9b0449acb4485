import { type Diagnoser, strength } from "./evidence.ts";
import { lineMatching } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** The program took more memory than it may. */
export const memoryLimit: Diagnoser = (evidence) => {
  if (evidence.exit?.limit === "memory") {
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} was stopped when it had taken more memory than it may.`,
        id: `${subject(evidence).id} dihentikan karena memakai memori melebihi batas.`,
      },
    };
  }
  const said = lineMatching(evidence, outOfMemory);
  if (said === null) return null;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} ran out of memory: ${quotedLine(said)}.`,
      id: `${subject(evidence).id} kehabisan memori: ${quotedLine(said)}.`,
    },
    lines: printedLines(evidence),
  };
};

/** How the languages word that no more memory was to be had; Java's threads have a code of their own. */
const outOfMemory =
  /^MemoryError|Java heap space|heap out of memory|std::bad_alloc|memory allocation of|[Cc]annot allocate memory/;
