import { type Diagnoser, strength } from "./evidence.ts";

/** There is no program to run. */
export const noProgram: Diagnoser = ({ failure, kind }) => {
  if (failure.code !== "no-program") return null;
  return {
    strength: strength.certain,
    saw: {
      en: `No file of your hand-in could be taken for the ${kind}.`,
      id: `Tidak ada berkas yang Anda kumpulkan yang dapat dikenali sebagai ${kind}.`,
    },
  };
};
