import { type Cause, strength } from "./evidence.ts";

/** There is no program to run. */
export const noProgram: Cause = {
  about: "any",
  name: { en: "Program not found", id: "Program tidak ditemukan" },
  idea: {
    en: "The grader finds a program by its file name, and failing that by what its source does.",
    id: "Penguji mencari program dari nama berkasnya; kalau tidak ada yang cocok, dari apa yang dilakukan kodenya.",
  },
  look: {
    en: "Check that the file is in what you handed in, that it makes the kind of socket that the lab asks for, and that its name says what it is, such as server.py or client.py.",
    id: "Pastikan berkasnya ikut dikumpulkan, membuat jenis socket yang diminta lab, dan bernama jelas, misalnya server.py atau client.py.",
  },
  find: ({ failure, role }) => {
    if (failure.code !== "no-program") return null;
    return {
      strength: strength.certain,
      saw: {
        en: `No file of your hand-in could be taken for the ${role}.`,
        id: `Tidak ada berkas yang Anda kumpulkan yang dapat dikenali sebagai ${role}.`,
      },
    };
  },
};
