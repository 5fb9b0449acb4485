import type { Text } from "../model/text.ts";

/** What stands where something is kept from a reader. */
export const audienceTexts = {
  keptBack: {
    en: "What this test does is not shown.",
    id: "Isi tes ini tidak ditampilkan.",
  },
  byHand: { en: "marks given by hand", id: "nilai yang diberikan secara manual" },
  notYourFault: {
    en: "wirecheck or the machine failed; this is not your fault and costs you no marks. Tell your instructor.",
    id: "wirecheck atau mesinnya yang bermasalah; ini bukan kesalahan Anda dan tidak mengurangi nilai. Beri tahu pengajar Anda.",
  },
  notGraded: { en: "could not be graded", id: "tidak dapat dinilai" },
  hiddenTest: (number: number): Text => ({ en: `Test ${number}`, id: `Tes ${number}` }),
};
