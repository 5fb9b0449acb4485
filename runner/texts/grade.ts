import type { Text } from "../model/text.ts";

/** Sentences about a run as a whole. */
export const gradeTexts = {
  gateError: (gate: string): Text => ({
    en: `It was not played: the test ${gate}, on which it builds, could not be judged.`,
    id: `Tes ini tidak dijalankan: tes ${gate} yang menjadi dasarnya tidak dapat dinilai.`,
  }),
};
