/** The words of a name in small letters, without accents and punctuation. */
export function nameWords(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** A name whose words may stand in any order: "Lovelace, Ada" and "Ada Lovelace" have the same. */
export function nameKey(name: string): string {
  return nameWords(name).sort().join(" ");
}

/** Every way to write a name as one word, as Canvas does: last name first, wherever the last name begins. */
export function joinedForms(name: string): string[] {
  const words = nameWords(name);
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(""));
}
