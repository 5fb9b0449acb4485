import { type Cause, type Conversation, type Evidence, type Finding, strength } from "./evidence.ts";
import { isUsedUp, joined } from "./support/conversations.ts";
import { emptyBuffer } from "./support/empty-buffer.ts";
import { atLine, innerSubject, subject } from "./support/phrases.ts";
import { codeOf } from "./support/source-code.ts";
import { locationInSource, sourcesOf } from "./support/sources.ts";

/** A variable of C that is used by a call on sockets before anything gave it a value. */
export const unsetVariable: Cause = {
  about: "any",
  name: { en: "A variable was never given a value", id: "Variabel tidak pernah diberi nilai" },
  idea: {
    en: "A variable of C holds whatever lay in its memory before, until it is given a value.",
    id: "Variabel di C berisi apa pun yang sebelumnya ada di memorinya, sampai diberi nilai.",
  },
  look: { en: "Give the variable its value before this call.", id: "Beri nilai variabel itu sebelum pemanggilan ini." },
  find: (evidence) =>
    emptyBuffer(evidence) ?? (missed.has(evidence.failure.code) ? (unsetLength(evidence) ?? noRoom(evidence)) : null),
};

const missed = new Set([
  "no-reply",
  "replies-missing",
  "no-output",
  "not-accepted",
  "not-taken",
  "closed-early",
  "nothing-passed",
]);

/** What is received and printed has nothing to do with the sender's address. */
const unanswered = new Set(["no-reply", "replies-missing"]);

/** The sender's address is written only as far as the length that recvfrom() is given. */
function unsetLength(evidence: Evidence): Finding | null {
  const name = nameUnset(
    evidence,
    /\bsocklen_t\s+(\w+)\s*;/g,
    (name) => `\\brecvfrom\\s*\\([^;]*&\\s*${name}\\s*\\)[\\s\\S]*\\bsendto\\s*\\([^;]*\\b${name}\\b`,
  );
  if (name === null || evidence.transport !== "udp" || !unanswered.has(evidence.failure.code)) return null;
  // Where anything was answered, what the variable happened to hold has served.
  if (evidence.conversations.some(({ received }) => received.length > 0)) return null;
  const place = locationInSource(evidence, new RegExp(`\\brecvfrom\\b.*&\\s*${name}\\b`));
  if (place === null) return null;
  const at = atLine(place);
  return {
    strength: strength.seen,
    location: place,
    name: { en: "The length of the address is not set", id: "Panjang alamat tidak diisi" },
    idea: {
      en: "recvfrom() reads this length first: it says how much room there is for the sender's address. Only as much of it is written.",
      id: "recvfrom() membaca panjang ini lebih dulu: nilainya menyatakan ruang untuk alamat pengirim. Alamat hanya ditulis sebanyak itu.",
    },
    look: {
      en: `Write socklen_t ${name} = sizeof client; (the variable of the address), and set it again before every recvfrom().`,
      id: `Tulis socklen_t ${name} = sizeof client; (variabel alamatnya), dan isi lagi sebelum setiap recvfrom().`,
    },
    saw: {
      en: `${subject(evidence).en} gives ${name} to recvfrom() without a value, so it may not learn whom to answer (${at.en}).`,
      id: `${subject(evidence).id} menyerahkan ${name} kepada recvfrom() tanpa nilai, sehingga mungkin tidak tahu harus membalas siapa (${at.id}).`,
    },
  };
}

/** recv() is given a pointer that points to nothing. */
function noRoom(evidence: Evidence): Finding | null {
  const name = nameUnset(
    evidence,
    /\bchar\s*\*\s*(\w+)\s*;/g,
    (name) => `\\b(?:recv|recvfrom|read)\\s*\\(\\s*\\w+\\s*,\\s*${name}\\b`,
  );
  const place =
    name === null ? null : locationInSource(evidence, new RegExp(`\\b(?:recv|recvfrom|read)\\s*\\(.*\\b${name}\\b`));
  if (name === null || place === null || evidence.conversations.some((each) => isStored(each, evidence))) return null;
  const at = atLine(place);
  return {
    strength: strength.seen,
    location: place,
    name: { en: "A pointer without memory", id: "Pointer tanpa memori" },
    idea: {
      en: "char *buffer; makes a pointer, and no room for bytes: what recv() is to store has no place to go, and recv() fails (EFAULT).",
      id: "char *buffer; hanya membuat pointer, bukan ruang untuk byte: yang akan disimpan recv() tidak punya tempat, dan recv() gagal (EFAULT).",
    },
    look: {
      en: `Make an array, char ${name}[1024];, give recv() sizeof ${name} - 1, and compare what recv() returns with 0.`,
      id: `Buat array, char ${name}[1024];, beri recv() sizeof ${name} - 1, lalu bandingkan nilai kembalian recv() dengan 0.`,
    },
    saw: {
      en: `Nothing that was sent to ${innerSubject(evidence).en} could be stored: ${name} points to no memory of its own (${at.en}).`,
      id: `Kiriman kepada ${innerSubject(evidence).id} tidak dapat disimpan: ${name} tidak menunjuk memori miliknya (${at.id}).`,
    },
  };
}

/** Whether what was sent has been read, or printed: then it had room. */
function isStored({ taken, sent }: Conversation, { output }: Evidence): boolean {
  const words = joined(sent).toString().trim();
  return (taken !== null && isUsedUp(taken)) || (words !== "" && output.stdout.includes(words));
}

/** The first variable that is declared so, used so, and given a value nowhere: neither by = nor through its address. */
function nameUnset(evidence: Evidence, declared: RegExp, used: (name: string) => string): string | null {
  for (const { file, text } of sourcesOf(evidence).filter((source) => /\.(?:c|cc|cpp|cxx)$/.test(source.file))) {
    const code = codeOf(file, text);
    for (const [, name = ""] of code.matchAll(declared)) {
      const isGiven = new RegExp(`\\b${name}\\s*=[^=]|\\bscanf[^;]*\\b${name}\\b|[&>]\\s*${name}\\b`);
      if (!isGiven.test(code.replace(fillsLength, "")) && new RegExp(used(name)).test(code)) return name;
    }
  }
  return null;
}

/** Calls that read the length whose address they are given. */
const fillsLength = /\b(?:recvfrom|accept|getsockname|getpeername)\s*\([^;]*/g;
