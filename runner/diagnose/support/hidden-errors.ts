import type { Evidence, SourceLine } from "../evidence.ts";
import { codeOf } from "./source-code.ts";
import { sourcesOf } from "./sources.ts";

/** The texts for a handler that swallows every error silently, which leaves no other trace. */
export const hidesErrors = {
  name: { en: "A handler hides errors", id: "Error disembunyikan" },
  idea: {
    en: "except: pass hides every mistake in the lines above it, a misspelt name as well: the loop goes on as if nothing had happened.",
    id: "except: pass menyembunyikan setiap kesalahan di baris-baris di atasnya, juga nama yang salah eja: perulangan berjalan seolah tidak terjadi apa-apa.",
  },
  look: {
    en: "Print the error there (except OSError as error: print(error)), or take the handler out for now, and run it again: then it tells you the line.",
    id: "Cetak errornya di sana (except OSError as error: print(error)), atau hapus dulu penanganannya, lalu jalankan lagi: barisnya akan disebut.",
  },
};

/** The line of a handler that catches everything and does nothing, around something that is done with a client. */
export function hidingLine(evidence: Evidence): SourceLine | null {
  if (evidence.language !== "Python") return null;
  for (const { file, text } of sourcesOf(evidence)) {
    const lines = codeOf(file, text).split("\n");
    const at = lines.findIndex((line, index) => {
      const does = silentHandler.exec(line)?.[1] ?? null;
      const next = lines.slice(index + 1).find((each) => each.trim() !== "") ?? "";
      return does !== null && nothing.test(does === "" ? next : does) && serves.test(triedBefore(lines, index));
    });
    if (at >= 0) return { file, line: at + 1 };
  }
  return null;
}

const silentHandler = /^\s*except\b(?:\s+(?:Base)?Exception\b.*)?\s*:(.*)$/;
const nothing = /^\s*(?:pass|continue)\s*$/;
const serves = /\b(?:accept|recv\w*|send\w*|Thread|start|makefile|handle\w*|serve\w*)\s*\(/;

/** The lines of the try block to which the handler in this line belongs. */
function triedBefore(lines: readonly string[], handler: number): string {
  const indent = lines[handler]?.search(/\S/) ?? 0;
  const start = lines.slice(0, handler).findLastIndex((line) => line.search(/\S/) === indent && /^\s*try\b/.test(line));
  return lines.slice(Math.max(0, start), handler).join("\n");
}
