import type { Text } from "../model/text.ts";

/** Sentences about a run as a whole. */
export const gradeTexts = {
  saysSentence: (role: string, labs: readonly string[], sentence: string): Text =>
    otherLab(role, labs, { en: `It says “${sentence}”`, id: `Program ini mengatakan “${sentence}”` }),
  sendsBack: (role: string, labs: readonly string[]): Text =>
    otherLab(role, labs, {
      en: "It sends back what it receives",
      id: "Program ini mengirim kembali apa yang diterimanya",
    }),
  namesHost: (role: string, labs: readonly string[], host: string): Text =>
    otherLab(role, labs, { en: `Its source names ${host}`, id: `Kodenya menyebut ${host}` }),
  otherTransport: (role: string, labs: readonly string[], asked: string): Text => ({
    en: `If this is your ${role} of the lab ${either(labs).en}, it is the wrong file: this lab asks for ${asked.toUpperCase()}.`,
    id: `Jika ini ${role} Anda untuk praktikum ${either(labs).id}, berkasnya keliru: lab ini meminta ${asked.toUpperCase()}.`,
  }),
  gateError: (gate: string): Text => ({
    en: `It was not played: the test ${gate}, on which it builds, could not be judged.`,
    id: `Tes ini tidak dijalankan: tes ${gate} yang menjadi dasarnya tidak dapat dinilai.`,
  }),
};

function otherLab(role: string, labs: readonly string[], does: Text): Text {
  return {
    en: `${does.en}. This looks like the ${role} of the lab ${either(labs).en}: did you hand in the program of another lab?`,
    id: `${does.id}. Ini tampak seperti ${role} untuk praktikum ${either(labs).id}: apakah Anda mengumpulkan program praktikum lain?`,
  };
}

function either(labs: readonly string[]): Text {
  return { en: labs.join(" or "), id: labs.join(" atau ") };
}
