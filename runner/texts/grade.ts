import type { Text } from "../model/text.ts";

/** Sentences about a run as a whole. */
export const gradeTexts = {
  otherLab: (role: string, labs: readonly string[]): Text => ({
    en: `This looks like the ${role} of the lab ${labs.join(" or ")}: did you hand in the program of another lab?`,
    id: `Ini tampak seperti ${role} untuk praktikum ${labs.join(" atau ")}: apakah Anda mengumpulkan program praktikum lain?`,
  }),
  gateError: (gate: string): Text => ({
    en: `It was not played: the test ${gate}, on which it builds, could not be judged.`,
    id: `Tes ini tidak dijalankan: tes ${gate} yang menjadi dasarnya tidak dapat dinilai.`,
  }),
};
