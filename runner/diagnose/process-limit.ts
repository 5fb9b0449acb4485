import { type Diagnoser, strength } from "./evidence.ts";
import { lineMatching } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** The program started more processes or threads than it may. */
export const processLimit: Diagnoser = (evidence) => {
  const said = lineMatching(evidence, noMoreThreads) ?? forkRefused.exec(evidence.output.stderr)?.[1] ?? null;
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
};

/** How the languages word that fork() or the start of a thread was refused. */
const noMoreThreads =
  /can't start new thread|unable to create (new )?native thread|failed to create new OS thread|failed to spawn thread|\bfork\b.*Resource temporarily unavailable|\bspawn\b.*EAGAIN/;

/** Python's error does not name the call; the line of source above it does. */
const forkRefused = /\bfork\(\).*\n(?:[\s^~]*\n)?(BlockingIOError: .*)/;
