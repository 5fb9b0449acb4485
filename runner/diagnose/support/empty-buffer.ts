import { type Diagnoser, type Evidence, strength } from "../evidence.ts";
import { joined } from "./conversations.ts";
import { atLine, innerSubject } from "./phrases.ts";
import { codeOf } from "./source-code.ts";
import { locationInSource, sourcesOf } from "./sources.ts";

/** What is read goes into a buffer whose length is 0, as a new list has it in Go and Rust: then nothing is read, without an error. */
export const emptyBuffer: Diagnoser = (evidence) => {
  const ways = byLanguage[evidence.language ?? ""];
  if (ways === undefined || !missed.has(evidence.failure.code) || isHeard(evidence)) return null;
  const name = sourcesOf(evidence)
    .map(({ file, text }) => nameOf(codeOf(file, text), ways))
    .find((each) => each);
  const place = name ? locationInSource(evidence, new RegExp(ways.made.source.replace("(\\w+)", name))) : null;
  if (!name || place === null) return null;
  const at = atLine(place);
  return {
    strength: strength.named,
    location: place,
    name: { en: "The buffer has no room", id: "Buffer tidak punya ruang" },
    idea: ways.idea,
    look: { en: ways.look(name).en, id: ways.look(name).id },
    saw: {
      en: `Nothing that was sent to ${innerSubject(evidence).en} was read: ${name} has no room for a single byte (${at.en}).`,
      id: `Kiriman kepada ${innerSubject(evidence).id} tidak terbaca: ${name} tidak punya ruang untuk satu byte pun (${at.id}).`,
    },
  };
};

interface Ways {
  /** Makes a buffer without a length; its first group is the name. */
  made: RegExp;
  reads(name: string): RegExp;
  idea: { en: string; id: string };
  look(name: string): { en: string; id: string };
}

const byLanguage: Partial<Record<string, Ways>> = {
  Go: {
    made: /\b(?:var\s+)?(\w+)\s*(?::?=\s*(?:make\(\[\]byte,\s*0\s*(?:,[^)]*)?\)|\[\]byte\{\s*\})|\[\]byte\s*$)/m,
    reads: (name) => new RegExp(`\\.Read(?:From\\w*)?\\(\\s*${name}\\s*\\)`),
    idea: {
      en: "Read fills a slice as far as its length. var buf []byte and make([]byte, 0) have the length 0: 0 bytes are read, without an error.",
      id: "Read mengisi slice sebanyak panjangnya. var buf []byte dan make([]byte, 0) panjangnya 0: 0 byte terbaca, tanpa error.",
    },
    look: (name) => ({
      en: `Give it a length: ${name} := make([]byte, 1024), and use ${name}[:n] after Read has returned n.`,
      id: `Beri panjang: ${name} := make([]byte, 1024), lalu pakai ${name}[:n] setelah Read mengembalikan n.`,
    }),
  },
  Rust: {
    made: /\blet\s+mut\s+(\w+)\s*(?::[^=]*)?=\s*(?:Vec::(?:<u8>::)?(?:new\(\)|with_capacity\([^)]*\))|vec!\[\s*\])/,
    reads: (name) => new RegExp(`\\.(?:read|recv|recv_from)\\(\\s*&mut\\s+${name}\\s*\\)`),
    idea: {
      en: "read() fills a buffer as far as its length. Vec::new() and Vec::with_capacity() have the length 0: 0 bytes are read, without an error.",
      id: "read() mengisi buffer sebanyak panjangnya. Vec::new() dan Vec::with_capacity() panjangnya 0: 0 byte terbaca, tanpa error.",
    },
    look: (name) => ({
      en: `Give it a length: let mut ${name} = [0u8; 1024];, and use &${name}[..n] after read has returned n.`,
      id: `Beri panjang: let mut ${name} = [0u8; 1024];, lalu pakai &${name}[..n] setelah read mengembalikan n.`,
    }),
  },
};

/** The name of such a buffer, if it is read into and neither made nor given a value in another place. */
function nameOf(code: string, { made, reads }: Ways): string | undefined {
  const name = made.exec(code)?.[1];
  if (name === undefined || !reads(name).test(code)) return undefined;
  const given = code.match(
    new RegExp(`\\b${name}\\b[^=\\n(){}]*(?::=|=(?!=))|\\b${name}\\s+\\[\\]byte|\\b${name}\\.(?:resize|extend)`, "g"),
  );
  return given?.length === 1 ? name : undefined;
}

/** Whether anything that was sent came back or was printed. */
function isHeard({ conversations, output }: Evidence): boolean {
  return conversations.some(({ sent, received }) => {
    const words = joined(sent).toString().trim().slice(0, recognised);
    return words !== "" && (output.stdout.includes(words) || joined(received).includes(words));
  });
}

/** The beginning of a message by which it is recognised. */
const recognised = 8;

const missed = new Set([
  ...[
    "no-reply",
    "reply-differs",
    "wrong-answer",
    "replies-missing",
    "no-output",
    "closed-early",
    "reset-early",
    "busy",
  ],
]);
