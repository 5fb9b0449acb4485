import type { DiagnosisCode } from "../model/diagnosis-codes.ts";
import type { Text } from "../model/text.ts";
import { byteTexts } from "./diagnoses/bytes.ts";
import { clientTexts } from "./diagnoses/clients.ts";
import { mannerTexts } from "./diagnoses/manners.ts";
import { resourceTexts } from "./diagnoses/resources.ts";
import { startTexts } from "./diagnoses/start.ts";
import { streamTexts } from "./diagnoses/stream.ts";

/** What can be said about a misconception whatever the run: what was seen in it, the diagnosis says itself. */
export interface DiagnosisText {
  /** A few words for headings and tables. */
  name: Text;
  /** The idea that the program misses. */
  idea: Text;
  /** What to look at in one's own program. */
  look: Text;
}

/** The words of every diagnosis. */
export const diagnosisTexts: Record<DiagnosisCode, DiagnosisText> = {
  ...startTexts,
  ...streamTexts,
  ...byteTexts,
  ...clientTexts,
  ...mannerTexts,
  ...resourceTexts,
};
