import { keptStart } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { quoted, subject } from "./support/phrases.ts";

/** A word that was read as a line was passed on with its newline. */
export const keepsNewline: Cause = {
  about: ["reply", "greeting", "stream"],
  name: { en: "Keeps the newline of a line", id: "Baris baru tidak dibuang" },
  idea: {
    en: "recv and readline return a line with the newline that ends it; joined to other words it breaks the answer in two.",
    id: "recv dan readline mengembalikan baris beserta baris barunya; kalau digabung dengan kata lain, jawabannya terpotong menjadi dua baris.",
  },
  look: {
    en: "Take the newline off what you read before you use it: text.rstrip('\\r\\n') or strip() in Python, trim() elsewhere.",
    id: "Buang baris baru dari yang dibaca sebelum dipakai: text.rstrip('\\r\\n') atau strip() di Python, trim() di bahasa lain.",
  },
  find(evidence) {
    const { failure } = evidence;
    const conversation = failedConversation(evidence);
    if (conversation === undefined || !["reply-differs", "reply-incomplete"].includes(failure.code)) return null;
    const broken = brokenLine(evidence, joined(conversation.received).toString());
    if (broken === null) return null;
    const shown = quoted(Buffer.from(broken));
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} sent ${conversation.peer} ${shown.en}: the newline in the middle is that of a line which it had read.`,
        id: `${subject(evidence).id} mengirim ${shown.id} kepada ${conversation.peer}: baris baru di tengahnya berasal dari baris yang dibacanya.`,
      },
    };
  },
};

/** The expected line with a newline inside it, after a word that was sent as a line; null if there is none. */
function brokenLine({ failure, conversations }: Evidence, received: string): string | null {
  const due = keptStart(failure.expected).toString().trimEnd();
  const words = conversations
    .flatMap(({ sent }) => joined(sent).toString().split(/\r?\n/))
    .filter((word) => word !== "");
  for (const word of words) {
    for (const newline of ["\n", "\r\n"]) {
      const broken = due.replace(word, `${word}${newline}`);
      // At the end of the line the newline is correct.
      if (due.includes(word) && !due.endsWith(word) && received.includes(broken)) return broken;
    }
  }
  return null;
}
