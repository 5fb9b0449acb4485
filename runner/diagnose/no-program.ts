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
    en: "Check that the file is in what you handed in, and give it a clear name such as server.py or client.py.",
    id: "Pastikan berkasnya ikut dikumpulkan, lalu beri nama yang jelas, misalnya server.py atau client.py.",
  },
  find: ({ failure, kind }) => {
    if (failure.code !== "no-program") return null;
    return {
      strength: strength.certain,
      saw: {
        en: `No file of your hand-in could be taken for the ${kind}.`,
        id: `Tidak ada berkas yang Anda kumpulkan yang dapat dikenali sebagai ${kind}.`,
      },
    };
  },
};
