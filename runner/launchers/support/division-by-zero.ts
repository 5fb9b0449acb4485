import type { ErrorMeaning } from "../error-meaning.ts";

/** What a division by zero means in every language. */
export const divisionByZero: Pick<ErrorMeaning, "always" | "name" | "idea" | "look"> = {
  always: false,
  name: { en: "Division by zero", id: "Pembagian dengan nol" },
  idea: {
    en: "Nothing can be divided by zero, and a client may ask for it all the same: it needs an answer, too.",
    id: "Tidak ada yang dapat dibagi nol, tetapi client tetap bisa memintanya: permintaan itu pun perlu dijawab.",
  },
  look: {
    en: "Look at the divisor before you divide, and answer that it cannot be worked out.",
    id: "Periksa pembaginya sebelum membagi, lalu jawab bahwa itu tidak dapat dihitung.",
  },
};
