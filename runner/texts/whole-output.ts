/** What stands above all that a program printed. */
export const wholeOutputTexts = {
  stdout: { en: "All of its output:", id: "Seluruh keluaran program:" },
  stderr: { en: "All of its error output:", id: "Seluruh pesan error program:" },
  all: { en: "All that it printed", id: "Semua yang dicetak program" },
  programs: { en: "All that the programs printed", id: "Semua yang dicetak oleh program" },
} as const;
