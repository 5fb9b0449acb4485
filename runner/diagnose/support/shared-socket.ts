import { type Evidence, type Finding, strength } from "../evidence.ts";
import { uncaughtError } from "./last-words.ts";
import { atLine, subject } from "./phrases.ts";
import { locationInSource, sourcesOf } from "./sources.ts";

/** One variable holds the socket of whoever came last, and the thread of each client looks into it. */
export function sharesItsSocket(evidence: Evidence): Finding | null {
  const { conversations, failure, kind, transport, language } = evidence;
  if (kind !== "server" || transport !== "tcp" || conversations.length < 2 || !missed.has(failure.code)) return null;
  const name = sourcesOf(evidence)
    .map(({ text }) => finders[language ?? ""]?.(text))
    .find((each) => each);
  const place = name
    ? locationInSource(evidence, new RegExp(`\\b${name}\\b[\\w\\s,]*=\\s*(?:\\w+\\.)?[Aa]ccept\\s*\\(`))
    : null;
  if (!name || place === null) return null;
  const [who, at] = [subject(evidence), atLine(place)];
  const isClosed = /\[Errno 9\]|Bad file descriptor|Socket closed|EBADF/.test(uncaughtError(evidence) ?? "");
  return {
    strength: isClosed ? strength.certain : strength.likely,
    name: { en: "All threads share one socket variable", id: "Semua thread memakai satu variabel socket" },
    idea: {
      en: "Every accept() overwrites the variable: a thread that looks into it later finds the socket of another client.",
      id: "Setiap accept() menimpa variabel itu: thread yang membacanya kemudian menemukan socket milik client lain.",
    },
    look: language === "C" || language === "C++" ? inC : elsewhere,
    location: place,
    lines: [{ file: place.file, line: place.line }],
    saw: {
      en: `${who.en} keeps the socket of each client in the same variable, ${name} (${at.en}), into which all threads look.`,
      id: `${who.id} menyimpan socket setiap client di variabel yang sama, ${name} (${at.id}), yang dibaca semua thread.`,
    },
  };
}

const elsewhere = {
  en: "Hand the socket to the thread as an argument, which is its own: Thread(target=serve, args=(conn,)) in Python, a local final variable in Java, go serve(conn) in Go.",
  id: "Serahkan socket kepada thread sebagai argumen miliknya sendiri: Thread(target=serve, args=(conn,)) di Python, variabel lokal final di Java, go serve(conn) di Go.",
};

const inC = {
  en: "Give each thread its own copy: int *mine = malloc(sizeof *mine); *mine = client; and let the thread free it.",
  id: "Beri setiap thread salinannya sendiri: int *milik = malloc(sizeof *milik); *milik = client; lalu biarkan thread membebaskannya.",
};

const missed = new Set([
  ...["no-reply", "reply-incomplete", "reply-differs", "closed-early", "reset-early", "not-silent", "not-closed"],
]);

/** The name of such a variable in a source of each language, if there is one. */
const finders: Record<string, (text: string) => string | undefined> = {
  Python(text) {
    const name = /^[ \t]*(\w+)\s*(?:,\s*\w+\s*)?=\s*\w+\.accept\s*\(\s*\)/m.exec(text)?.[1];
    const handler = /\bThread\s*\(\s*target\s*=\s*(\w+)\s*\)/.exec(text)?.[1];
    const [head, parameters = ""] =
      new RegExp(`^([ \\t]*)def\\s+${handler}\\s*\\(([^)]*)\\)`, "m").exec(text)?.toSpliced(1, 1) ?? [];
    if (!name || !handler || head === undefined || new RegExp(`\\b${name}\\b`).test(parameters)) return undefined;
    const body = text.slice(text.indexOf(head) + head.length).split(/^(?=\S)/m)[0] ?? "";
    const isOwn = new RegExp(`^\\s*(?:\\w+\\s*,\\s*)*${name}\\b[\\w\\s,]*=(?!=)|\\bas\\s+${name}\\b`, "m").test(body);
    return new RegExp(`\\b${name}\\.(?:recv|send|sendall|makefile)\\b`).test(body) && !isOwn ? name : undefined;
  },
  Java(text) {
    const name =
      /^\s*(?!return)(?:(?:private|public|protected|static|volatile)\s+)*Socket\s+(\w+)\s*(?:=\s*null\s*)?;/m.exec(
        text,
      )?.[1];
    if (!name || !/\bThread\b|\bexecute\b|\bsubmit\b/.test(text)) return undefined;
    const isField = new RegExp(`\\bstatic\\b[\\w\\s]*\\bSocket\\s+${name}\\b`).test(text);
    const isPassed = new RegExp(`\\bnew\\s+\\w+\\s*\\([^()]*\\b${name}\\b|\\bSocket\\s+\\w+\\s*=\\s*${name}\\b`).test(
      text,
    );
    const isSet = new RegExp(`^\\s*${name}\\s*=\\s*\\w+\\.accept\\s*\\(`, "m").test(text);
    return isField && isSet && !isPassed ? name : undefined;
  },
  Go(text) {
    const name = /^\s*(\w+)\s*(?:,\s*\w+\s*)?=\s*\w+\.Accept\s*\(/m.exec(text)?.[1];
    const bodies = [...text.matchAll(/\bgo\s+func\s*\(\s*\)\s*\{([\s\S]*?)\n\s*\}\s*\(\s*\)/g)];
    return name && bodies.some(([, body = ""]) => new RegExp(`\\b${name}\\b`).test(body)) ? name : undefined;
  },
  C: passesAnAddress,
  "C++": passesAnAddress,
};

/** The address of a local variable that the next accept() overwrites. */
function passesAnAddress(text: string): string | undefined {
  const name = /\bpthread_create\s*\([^;]*,\s*(?:\(\s*void\s*\*\s*\)\s*)?&\s*(\w+)\s*\)/.exec(text)?.[1];
  return name && new RegExp(`\\b${name}\\s*=\\s*accept\\s*\\(`).test(text) ? name : undefined;
}
