/** The words of a name in lower case, without accents, apostrophes and other punctuation. */
export function nameWords(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const simple = plain.replace(/['’‘ʼ`´]/g, "").replace(/[đøłßæœıð]/g, (letter) => plainLetters[letter] ?? letter);
  return simple.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Letters that Unicode does not decompose, as people type them on a keyboard that lacks them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i", ð: "d" },
};

/** A key that does not depend on the order of the words: "Lovelace, Ada" and "Ada Lovelace" have the same. */
export function nameKey(name: string): string {
  return nameWords(name).sort().join(" ");
}

/** Every way to write a name as one word, as Canvas does: last name first, wherever the last name begins. */
export function joinedForms(name: string): string[] {
  const words = nameWords(name);
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(""));
}
