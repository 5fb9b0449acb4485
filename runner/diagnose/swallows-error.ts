import { type Diagnoser, strength } from "./evidence.ts";
import { printedBy } from "./last-words.ts";
import { quotedLine, subject } from "./phrases.ts";

/** The exit status says that all went well where it did not. */
export const swallowsError: Diagnoser = (evidence) => {
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
};
