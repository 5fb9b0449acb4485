import type { Text } from "../model/text.ts";

/** What the grader or its machine lacks to run a program: an error, and no fault of the student's. */
export const lackTexts = {
  toolchain: ({ language, packages }: { language: string; packages: string }): Text => ({
    en: `This machine lacks what ${language} needs (${packages}): install it, then grade again.`,
    id: `Mesin ini tidak memiliki yang diperlukan ${language} (${packages}): pasang dahulu, lalu nilai lagi.`,
  }),
  brokenToolchain: ({ language, said }: { language: string; said: string }): Text => ({
    en: `This machine cannot build any program in ${language}, not even the smallest (${said}): fix that, then grade again.`,
    id: `Mesin ini tidak dapat membangun program ${language} apa pun, bahkan yang terkecil (${said}): perbaiki dahulu, lalu nilai lagi.`,
  }),
  launcher: ({ file, language }: { file: string; language: string }): Text => ({
    en: `${file} is ${written(language).en}, which cannot be run here: it stays without a mark until somebody looks at it.`,
    id: `${file} adalah ${written(language).id}, yang tidak dapat dijalankan di sini: nilainya kosong sampai diperiksa manual.`,
  }),
  libraries: ({ language, libraries }: { language: string; libraries: readonly string[] }): Text => ({
    en: `This machine lacks ${libraries.length === 1 ? "a library" : "libraries"} that the program needs (${language}: ${libraries.join(", ")}): install ${libraries.length === 1 ? "it" : "them"}, or have the lab's \`setup\` do it, then grade again.`,
    id: `Mesin ini tidak memiliki pustaka yang diperlukan program (${language}: ${libraries.join(", ")}): pasang dahulu, atau lewat \`setup\` pada lab, lalu nilai lagi.`,
  }),
  otherVersions: ({
    language,
    libraries,
    said,
  }: {
    language: string;
    libraries: readonly string[];
    said: string;
  }): Text => ({
    en: `The program asks for other versions of its libraries (${language}: ${libraries.join(", ")}) than the course has installed: ${said}`,
    id: `Program meminta versi pustaka (${language}: ${libraries.join(", ")}) yang berbeda dari yang dipasang mata kuliah: ${said}`,
  }),
} as const;

function written(language: string): Text {
  const compiled = withoutSource[language];
  if (compiled)
    return { en: `a program without its source (${compiled.en})`, id: `program tanpa kode sumbernya (${compiled.id})` };
  if (language === "a notebook") return { en: "a notebook", id: "notebook" };
  return { en: `a program in ${language}`, id: `program dalam ${language}` };
}

const withoutSource: Readonly<Record<string, Text>> = {
  "Windows machine code": { en: "Windows machine code", id: "kode mesin Windows" },
  "compiled Java": { en: "compiled Java", id: "Java yang sudah dikompilasi" },
};
