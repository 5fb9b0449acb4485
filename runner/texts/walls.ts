import type { Isolation } from "../model/result.ts";
import type { Text } from "../model/text.ts";

/** Which walls stood around programs, in one line: what each had for itself, and what it shared with others. */
export function wallsText(isolation: Isolation): Text {
  if (isolation.tier === "full")
    return { en: "full: a network and a sandbox of its own", id: "full: jaringan dan sandbox tersendiri" };
  if (isolation.tier === "local") return { en: "local: this computer as it is", id: "local: komputer ini apa adanya" };
  const walls = Object.entries(nouns) as [keyof typeof nouns, Text][];
  const own = walls.filter(([wall]) => isolation[wall]).map(([, noun]) => noun);
  const shared = walls.filter(([wall]) => !isolation[wall]).map(([, noun]) => noun);
  return {
    en: [`${isolation.tier}:`, "own", listed(own, "en"), ...afterShared("shared", shared, "en")].join(" "),
    id: [`${isolation.tier}:`, "tersendiri", listed(own, "id"), ...afterShared("bersama", shared, "id")].join(" "),
  };
}

/** What a program can have for itself without a network and a sandbox. */
const nouns = {
  address: { en: "addresses", id: "alamat" },
  files: { en: "files", id: "berkas" },
  signals: { en: "processes", id: "proses" },
  unprivilegedUser: { en: "user", id: "pengguna" },
} satisfies Partial<Record<keyof Isolation, Text>>;

function afterShared(word: string, shared: readonly Text[], language: keyof Text): string[] {
  return shared.length === 0 ? [] : ["·", word, listed(shared, language)];
}

function listed(texts: readonly Text[], language: keyof Text): string {
  return texts.length === 0 ? "-" : texts.map((text) => text[language]).join(", ");
}
