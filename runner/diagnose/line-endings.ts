import { keptStart, keptWhole } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { isExpected, receivedInstead } from "./support/expected-bytes.ts";
import { quoted, subject } from "./support/phrases.ts";

/** Lines end with a newline alone where the protocol asks for CR LF. */
export const lineEndings: Cause = {
  about: "any",
  name: { en: "Lines end with \\n instead of \\r\\n", id: "Baris diakhiri \\n, bukan \\r\\n" },
  idea: {
    en: "In HTTP, SMTP and many other protocols a line ends with two bytes, CR and LF (\\r\\n); an empty line is \\r\\n\\r\\n behind the last one.",
    id: "Di HTTP, SMTP, dan banyak protokol lain, sebuah baris diakhiri dua byte, CR dan LF (\\r\\n); baris kosong berarti \\r\\n\\r\\n setelah baris terakhir.",
  },
  look: {
    en: "Write \\r\\n at the end of every line that you send, and \\r\\n\\r\\n at the end of a header.",
    id: "Tulis \\r\\n di akhir setiap baris yang dikirim, dan \\r\\n\\r\\n di akhir header.",
  },
  find(evidence) {
    if (evidence.failure.code === "line-unended" || lacksItsEnd(evidence)) return withoutEnd(evidence);
    const conversation = failedConversation(evidence);
    const came = conversation && joined(conversation.received);
    if (!came || !/(?<!\r)\n/.test(came.toString("latin1")) || !isForWantOf(evidence, came)) return null;
    const lines = came.toString("latin1").split(/(?<=\n)/);
    const line = Buffer.from(lines.find((each) => /(?<!\r)\n$/.test(each)) ?? "", "latin1");
    return {
      strength: strength.seen,
      saw: {
        en: `${subject(evidence).en} sent ${evidence.failure.who} ${quoted(line).en}: a line that ends with \\n alone.`,
        id: `${subject(evidence).id} mengirim ${quoted(line).id} kepada ${evidence.failure.who}: baris yang hanya diakhiri \\n.`,
      },
    };
  },
};

/** Whether a reply is right but for the newline at its very end, and nothing more comes. */
function lacksItsEnd({ failure }: Evidence): boolean {
  const [due, came] = [keptWhole(failure.expected)?.toString("latin1"), keptWhole(failure.actual)?.toString("latin1")];
  if (failure.code !== "reply-incomplete" || failure.facts?.gaveUp !== "stuck" || !due || !came) return false;
  return /\r?\n$/.test(due) && !came.includes("\n", came.length - 1) && due.replace(/\r?\n$/, "") === came;
}

/** A line was due, and its beginning came without the newline that ends it. */
function withoutEnd(evidence: Evidence): Finding | null {
  const { actual, who } = evidence.failure;
  if (actual === undefined || actual.length === 0) return null;
  const shown = quoted(keptStart(actual));
  return {
    strength: strength.likely,
    name: { en: "The line has no end", id: "Barisnya tidak diakhiri" },
    idea: {
      en: "Who reads a line waits for its newline: without it nobody knows that the answer is complete.",
      id: "Pembaca baris menunggu baris baru di akhirnya: tanpa itu, tidak ada yang tahu bahwa balasannya sudah lengkap.",
    },
    look: {
      en: 'Send a newline after every line: (text + "\\n").encode() in Python, println() in Java, fmt.Fprintln() in Go; printf("%s\\n", text) in C.',
      id: 'Kirim baris baru setelah setiap baris: (teks + "\\n").encode() di Python, println() di Java, fmt.Fprintln() di Go; printf("%s\\n", teks) di C.',
    },
    saw: {
      en: `${subject(evidence).en} sent ${who} ${shown.en}, without a newline after it.`,
      id: `${subject(evidence).id} mengirim ${shown.id} kepada ${who}, tanpa baris baru di belakangnya.`,
    },
  };
}

/** Whether nothing but the ends of lines is wrong with what the failed step looked at. */
function isForWantOf(evidence: Evidence, came: Buffer): boolean {
  const { code, facts } = evidence.failure;
  if (code === "line-ending") return facts?.wanted === "crlf";
  const text = came.toString("latin1");
  if (code === "http-incomplete" || code === "http-malformed") return isHttp.test(text) && !/\r\n\r\n/.test(text);
  const [whole, due] = [receivedInstead(evidence), keptWhole(evidence.failure.expected)];
  if (whole === null) return false;
  if (due !== null && code === "reply-differs") return !due.equals(whole) && due.equals(withCarriageReturns(whole));
  return !isExpected(evidence, whole) && isExpected(evidence, withCarriageReturns(whole));
}

const isHttp = /^(?:HTTP\/|[A-Z]+ \S+ HTTP\/)/;

function withCarriageReturns(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/(?<!\r)\n/g, "\r\n"), "latin1");
}
