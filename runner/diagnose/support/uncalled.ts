import type { Cause, Evidence, SourceLine } from "../evidence.ts";
import { lineInSource } from "./sources.ts";

/** The first line that names one of these methods as a whole statement and does not call it: `server.serve_forever`. */
export function uncalledLine(evidence: Evidence, methods: readonly string[]): SourceLine | null {
  return lineInSource(evidence, new RegExp(`^\\s*[\\w.]+\\.(?:${methods.join("|")})\\s*;?\\s*$`));
}

/** What to say of it. */
export function withoutBrackets(method: string): Pick<Cause, "name" | "idea" | "look"> {
  return {
    name: { en: "The brackets of a call are missing", id: "Tanda kurung pemanggilan kurang" },
    idea: {
      en: `A method runs only when it is called: the name ${method} alone, without brackets behind it, does nothing.`,
      id: `Method hanya berjalan kalau dipanggil: nama ${method} saja, tanpa tanda kurung di belakangnya, tidak melakukan apa-apa.`,
    },
    look: {
      en: `Write the brackets behind it: ${method}().`,
      id: `Tulis tanda kurung di belakangnya: ${method}().`,
    },
  };
}
