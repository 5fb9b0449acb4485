import type { SourceLocation } from "../model/seen.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { locationOf } from "./support/hand-in-files.ts";
import { atLine, subject } from "./support/phrases.ts";

/** An option of a connection is set in a line behind the one in which the program waits for the first message. */
export const setsOptionsLate: Cause = {
  about: "any",
  name: { en: "Sets the option too late", id: "Mengatur opsi terlambat" },
  idea: {
    en: "A program does one line after the other: what stands behind recv() is done only after a message has come. An option counts from where it is set.",
    id: "Program menjalankan baris satu per satu: yang ada di belakang recv() baru dijalankan setelah ada pesan. Opsi berlaku sejak diatur.",
  },
  look: {
    en: "Set it as soon as there is the socket: right after accept() in a server, before connect() or the first send() in a client.",
    id: "Aturlah begitu socketnya ada: tepat setelah accept() di server, sebelum connect() atau send() pertama di client.",
  },
  find(evidence) {
    const option = optionOf(evidence);
    if (option === null) return null;
    const late = evidence.failure.code === "option-late" ? null : lineBehind(evidence, option);
    if (evidence.failure.code !== "option-late" && late === null) return null;
    const [where, waits] = [late && atLine(late.option), late && atLine(late.waits)];
    return {
      strength: strength.seen,
      location: late?.option ?? null,
      saw: {
        en: late
          ? `${option} was still off: it is set only in ${where?.en}, and the program waited in ${waits?.en}.`
          : `${subject(evidence).en} set ${option} only after its first message.`,
        id: late
          ? `${option} belum aktif: opsi itu baru diatur di ${where?.id}, sedangkan program menunggu di ${waits?.id}.`
          : `${subject(evidence).id} baru mengatur ${option} setelah pesan pertamanya.`,
      },
    };
  },
};

function optionOf({ failure }: Evidence): string | null {
  if (failure.code !== "option-differs" && failure.code !== "option-late") return null;
  const named = { keepalive: "SO_KEEPALIVE", nodelay: "TCP_NODELAY", linger: "SO_LINGER" };
  const { option } = failure.facts;
  return option in named ? named[option as keyof typeof named] : null;
}

/** The first line that names the option, if it stands behind the line in which the program waits, in the same block. */
function lineBehind(
  { failure, blocked, files }: Evidence,
  option: string,
): { option: SourceLocation; waits: SourceLocation } | null {
  if (failure.code !== "option-differs" || (failure.facts.found !== false && failure.facts.found !== "off"))
    return null;
  const waits = blocked.find(({ call, location }) => location !== null && receiving.has(call))?.location ?? null;
  const lines = waits === null ? [] : (files.text(waits.file)?.split(/\r?\n/) ?? []);
  const at = lines.findIndex((line) => line.includes(option));
  if (waits === null || at < waits.line || indentOf(lines[at] ?? "") !== indentOf(lines[waits.line - 1] ?? ""))
    return null;
  const place = locationOf(files, { file: waits.file, line: at + 1 });
  return place && { option: place, waits };
}

const receiving = new Set(["recv", "read"]);

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
