import { type Diagnoser, strength } from "./evidence.ts";
import { lineMatching } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** bind() is refused on the port that the server used a moment ago, or the option was seen to be off. */
export const noReuseaddr: Diagnoser = (evidence) => {
  const { failure, exit } = evidence;
  const facts = failure.facts ?? {};
  if (failure.code === "option-differs" && facts.option === "reuseaddr" && facts.found === false) return seenOff;
  if (failure.code !== "not-listening-again") return null;
  const said = lineMatching(evidence, addressInUse);
  const status = exit === null ? "" : ` (exit status ${exit.status})`;
  const error = said === null ? "" : `: ${quotedLine(said)}`;
  return {
    strength: said === null ? strength.likely : strength.certain,
    saw: {
      en: `Started again at once on port ${failure.facts?.port}, ${subject(evidence).en.replace("Your", "your")} did not listen${status}${error}.`,
      id: `Dijalankan lagi seketika di port ${failure.facts?.port}, ${subject(evidence).id} tidak listen${status.replace("exit status", "status keluar")}${error}.`,
    },
    lines: printedLines(evidence),
  };
};

const seenOff = {
  strength: strength.certain,
  saw: {
    en: "SO_REUSEADDR is off on the socket that listens.",
    id: "SO_REUSEADDR tidak aktif pada socket yang mendengarkan.",
  },
};

/** How the languages' libraries word EADDRINUSE. */
const addressInUse = /EADDRINUSE|[Aa]ddress already in use|BindException|AddrInUse|[Ee]rrno 98\b/;
