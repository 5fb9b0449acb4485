import { grouped } from "../texts/quantity.ts";
import { type Diagnoser, strength } from "./evidence.ts";
import { subject } from "./support/phrases.ts";

/** Output without end: the program was stopped when it passed its limit. */
export const outputFlood: Diagnoser = (evidence) => {
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
};
