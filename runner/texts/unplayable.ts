import type { Text } from "../model/text.ts";

/** Why a test was not played and counts for nothing: by what the machine lacks, or the language of the program. */
export const unplayableTexts = {
  linux: (): Text => ({
    en: "Only Linux shows what a program asked of it: not played, and it does not count.",
    id: "Hanya Linux yang memperlihatkan apa yang diminta program: tidak dijalankan dan tidak dihitung.",
  }),
  strace: (): Text => ({
    en: "strace is not installed here, and it shows the calls of a program: not played, and it does not count.",
    id: "strace, yang memperlihatkan panggilan sistem program, tidak terpasang di sini: tidak dijalankan dan tidak dihitung.",
  }),
  tracing: (): Text => ({
    en: "Without a sandbox a program could stop those who watch its calls: not played, and it does not count.",
    id: "Tanpa sandbox, program dapat menghentikan pengamat panggilannya: tidak dijalankan dan tidak dihitung.",
  }),
  refused: (): Text => ({
    en: "This machine does not let anyone look into a program: not played, and it does not count.",
    id: "Mesin ini tidak mengizinkan siapa pun melihat ke dalam program: tidak dijalankan dan tidak dihitung.",
  }),
  language: ({ language = "" }: { language?: string }): Text => ({
    en: `${language} has no way to set this option: not played, and it does not count.`,
    id: `${language} tidak menyediakan cara untuk mengatur opsi ini: tidak dijalankan dan tidak dihitung.`,
  }),
};
