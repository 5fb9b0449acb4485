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
  outside: (): Text => ({
    en: "Tier local sees a program from outside only, and this test looks inside: not played, and it does not count.",
    id: "Tingkat local hanya melihat program dari luar, sedangkan tes ini memeriksa bagian dalamnya: tidak dijalankan dan tidak dihitung.",
  }),
  interrupt: (): Text => ({
    en: "On Windows, Ctrl-C cannot be sent to one program alone: not played, and it does not count.",
    id: "Di Windows, Ctrl-C tidak dapat dikirim ke satu program saja: tidak dijalankan dan tidak dihitung.",
  }),
  terminal: (): Text => ({
    en: "Tier local cannot give a program a terminal: not played, and it does not count.",
    id: "Tingkat local tidak dapat memberi program sebuah terminal: tidak dijalankan dan tidak dihitung.",
  }),
  "closed-output": (): Text => ({
    en: "Tier local cannot start a program whose output is closed: not played, and it does not count.",
    id: "Tingkat local tidak dapat menjalankan program yang keluarannya tertutup: tidak dijalankan dan tidak dihitung.",
  }),
  "typed-line": (): Text => ({
    en: "This program reads from a terminal alone, at which nobody can type a line of more than 4095 bytes: not played, and it does not count.",
    id: "Program ini hanya membaca dari terminal, dan di terminal tidak ada yang bisa mengetik baris lebih dari 4095 byte: tidak dijalankan dan tidak dihitung.",
  }),
  "held-output": (): Text => ({
    en: "On this computer a program in this language prints into a pipe only when it ends, so its output was not seen: not played, and it does not count.",
    id: "Di komputer ini program dalam bahasa tersebut baru menulis ke pipe saat berakhir, sehingga keluarannya tidak terlihat: tidak dijalankan dan tidak dihitung.",
  }),
  line: (): Text => ({
    en: "This test needs a slow or broken network line, which tier local cannot make: not played, and it does not count.",
    id: "Tes ini memerlukan jalur jaringan yang lambat atau putus, yang tidak dapat dibuat tingkat local: tidak dijalankan dan tidak dihitung.",
  }),
  path: (): Text => ({
    en: "This test needs sockets of AF_UNIX, which this system does not have: not played, and it does not count.",
    id: "Tes ini memerlukan socket AF_UNIX, yang tidak ada di sistem ini: tidak dijalankan dan tidak dihitung.",
  }),
  world: (): Text => ({
    en: "This test needs a network of its own (tier full): not played, and it does not count.",
    id: "Tes ini memerlukan jaringan tersendiri (tingkat full): tidak dijalankan dan tidak dihitung.",
  }),
  "fixed-port": (): Text => ({
    en: "The port of this program is written in its source, so there is no port that it could be told: this test does not apply, and it does not count.",
    id: "Port program ini tertulis di dalam kodenya, sehingga tidak ada port yang bisa diberikan kepadanya: tes ini tidak berlaku dan tidak dihitung.",
  }),
  language: ({ language = "" }: { language?: string }): Text => ({
    en: `${language} has no way to set this option: not played, and it does not count.`,
    id: `${language} tidak menyediakan cara untuk mengatur opsi ini: tidak dijalankan dan tidak dihitung.`,
  }),
};
