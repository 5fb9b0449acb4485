import { type Diagnoser, strength } from "../evidence.ts";
import { failedConversation } from "./conversations.ts";
import { atLine, quoted, subject } from "./phrases.ts";
import { locationInSource, standsInSource } from "./sources.ts";

/**
 * Of several lines that came at once only the first was answered, by one file object for reading and writing: writing to
 * it forgets the text that it has read ahead (TextIOWrapper.write() of CPython).
 */
export const losesReadAhead: Diagnoser = (evidence) => {
  const { failure, kind, transport } = evidence;
  const conversation = kind === "server" && transport === "tcp" ? failedConversation(evidence) : undefined;
  if (conversation === undefined || !["no-reply", "reply-incomplete"].includes(failure.code)) return null;
  if (failure.facts?.gaveUp !== "stuck" || conversation.received.length === 0) return null;
  const last = conversation.sent.at(-1) ?? Buffer.alloc(0);
  const place = locationInSource(evidence, bothWays);
  const name = /\b(\w+)\s*=\s*\w+\.makefile/.exec(place?.text ?? "")?.[1] ?? "\\w+";
  if (!standsInSource(evidence, new RegExp(`\\b${name}\\.write|\\bfile\\s*=\\s*${name}\\b`))) return null;
  if (place === null || (last.toString("latin1").match(/\n/g)?.length ?? 0) < 2) return null;
  const [shown, at] = [quoted(last), atLine(place)];
  return {
    strength: strength.named,
    location: place,
    name: { en: "Writing forgets what was read ahead", id: "Menulis menghapus yang sudah dibaca lebih dulu" },
    idea: {
      en: 'makefile("rw") reads more than one line at once and keeps the rest; the first write() throws that rest away.',
      id: 'makefile("rw") membaca lebih dari satu baris sekaligus dan menyimpan sisanya; write() pertama membuang sisa itu.',
    },
    look: {
      en: 'Make two of them: makefile("r") to read the lines, and makefile("w") with flush(), or conn.sendall(), to answer.',
      id: 'Buat dua: makefile("r") untuk membaca baris, dan makefile("w") dengan flush(), atau conn.sendall(), untuk membalas.',
    },
    saw: {
      en: `${conversation.peer} sent several lines at once, ${shown.en}. ${subject(evidence).en} answered the first and lost the others (${at.en}).`,
      id: `${conversation.peer} mengirim beberapa baris sekaligus, ${shown.id}. ${subject(evidence).id} membalas yang pertama dan kehilangan yang lain (${at.id}).`,
    },
  };
};

/** One file object in text mode for both directions. */
const bothWays = /\.makefile\(\s*(?:mode\s*=\s*)?["'](?:rw|wr|r\+|w\+)t?["']/;
