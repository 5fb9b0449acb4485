import type { Text } from "../model/text.ts";

/** What is wrong with a mark that somebody gave by hand. */
export const markProblems = {
  noItem: {
    en: "`item` is empty: name a test, a question, or `total`",
    id: "`item` kosong: sebutkan tes, pertanyaan, atau `total`",
  },
  noNumber: (written: string): Text => ({
    en: `\`points\` must be a number, not \`${written}\``,
    id: `\`points\` harus berupa angka, bukan \`${written}\``,
  }),
  twice: (student: string, item: string): Text => ({
    en: `${student} has a mark for \`${item}\` already: keep one of the two`,
    id: `${student} sudah memiliki nilai untuk \`${item}\`: pertahankan salah satu saja`,
  }),
  outOfRange: (item: string, most: number, points: number): Text => ({
    en: `\`${item}\` earns 0 to ${most} points, not ${points}: correct it`,
    id: `\`${item}\` bernilai 0 sampai ${most} poin, bukan ${points}: perbaiki`,
  }),
  noQuestion: (item: string, meant: string): Text => ({
    en: `the lab has no question \`${item}\`: did you mean \`${meant}\`?`,
    id: `lab ini tidak memiliki pertanyaan \`${item}\`: maksudnya \`${meant}\`?`,
  }),
  otherMost: (item: string, most: number, written: string): Text => ({
    en: `\`${item}\` has a maximum of ${most} points in the lab, not ${written}: leave \`max\` empty, or change the lab`,
    id: `\`${item}\` bernilai ${most} poin di lab, bukan ${written}: kosongkan \`max\`, atau ubah lab`,
  }),
  needsMax: (item: string): Text => ({
    en: `\`${item}\` is not a test of the lab: for an item of your own write the maximum in \`max\``,
    id: `\`${item}\` bukan tes dari lab: untuk butir sendiri, tulis nilai maksimumnya di \`max\``,
  }),
  badMax: (item: string, most: number, max: number): Text => ({
    en: `\`max\` of \`${item}\` must be more than 0 and at most ${most}, not ${max}`,
    id: `\`max\` untuk \`${item}\` harus lebih dari 0 dan paling banyak ${most}, bukan ${max}`,
  }),
  twoMaxima: (item: string, before: number, max: number): Text => ({
    en: `\`${item}\` has a maximum of ${before} points in a line above and ${max} here: make them the same`,
    id: `\`${item}\` bernilai maksimum ${before} di baris sebelumnya dan ${max} di sini: samakan`,
  }),
};
