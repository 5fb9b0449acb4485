import type { Cause, Evidence, Finding } from "../evidence.ts";
import { locationOf } from "./hand-in-files.ts";
import { lineInSource } from "./sources.ts";

/** The first line that names one of these methods as a whole statement and does not call it (`server.serve_forever`), and what to say of it. */
export function uncalled(
  evidence: Evidence,
  methods: readonly string[],
): (ReturnType<typeof withoutBrackets> & Pick<Finding, "lines">) | null {
  const line = lineInSource(evidence, new RegExp(`^\\s*[\\w.]+\\.(?:${methods.join("|")})\\s*;?\\s*$`));
  const method = line && /\.(\w+)\s*;?\s*$/.exec(locationOf(evidence.files, line)?.text ?? "")?.[1];
  return line && method ? { ...withoutBrackets(method), lines: [line] } : null;
}

function withoutBrackets(method: string): Pick<Cause, "name" | "idea" | "look"> {
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
