import type { Text } from "../model/text.ts";
import { grouped } from "../texts/quantity.ts";
import { type Cause, type Conversation, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, happened, joined } from "./support/conversations.ts";
import { failedEcho } from "./support/echo.ts";
import { hidesErrors, hidingLine } from "./support/hidden-errors.ts";
import { uncaughtError } from "./support/last-words.ts";
import { subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** The program ends the connection before its answer is complete. */
export const closesEarly: Cause = {
  about: "any",
  name: { en: "Closes too early", id: "Menutup terlalu cepat" },
  idea: {
    en: "close() ends the conversation for both sides: what the other one still sends or waits for is lost.",
    id: "close() mengakhiri percakapan bagi kedua pihak: data yang masih dikirim atau ditunggu pihak lawan akan hilang.",
  },
  look: {
    en: "Close only when recv has returned no bytes and everything that came was answered; see where else close is reached.",
    id: "Tutuplah hanya setelah recv tidak mengembalikan byte lagi dan semua data sudah dibalas; periksa jalur lain yang sampai ke close.",
  },
  find: (evidence) => {
    const { failure, exit, kind } = evidence;
    const conversation = failedConversation(evidence);
    const isCut = ["closed-early", "reset-early", "no-message-sent"].includes(failure.code);
    if (conversation === undefined || !isCut || conversation.end === null) return null;
    // A server for one client may end with success right after it closed.
    const hasFailed = kind === "server" && exit !== null && (exit.status !== 0 || evidence.talk === "echo");
    if (hasFailed || uncaughtError(evidence)) return null;
    const { peer, end } = conversation;
    if (isShortAnswer(evidence, conversation)) return null;
    const count = (chunks: readonly Buffer[]) => grouped(joined(chunks).length);
    const [sent, received] = [count(conversation.sent), count(conversation.received)];
    const isClient = kind === "client";
    const ways = end === "reset" ? { en: "broke off", id: "memutus" } : { en: "closed", id: "menutup" };
    const after = happened(evidence, "finished", peer)
      ? { en: " once it had ended its sending", id: " begitu client itu selesai mengirim" }
      : { en: "", id: "" };
    return {
      strength: strength.likely,
      ...(isClient
        ? (asksOnlyOnce(evidence) ?? { look: whereAClientCloses })
        : isUnanswered(evidence, conversation) && whatLeftItUnanswered(evidence)),
      saw: isClient
        ? closedByClient(subject(evidence), ways, peer, [received, sent])
        : {
            en: `${subject(evidence).en} ${ways.en} ${peer}'s connection${after.en}: ${sent} bytes had been sent to it, ${received} had come back.`,
            id: `${subject(evidence).id} ${ways.id} koneksi ${peer}${after.id}: ${sent} byte sudah dikirim kepadanya, ${received} yang kembali.`,
          },
    };
  },
};

/**
 * Whether the answer is a sentence of the lab without its end: the student wrote it so, because a sentence is not sent
 * in parts.
 */
function isShortAnswer(evidence: Evidence, { end, received }: Conversation): boolean {
  return evidence.kind === "server" && end === "orderly" && received.length > 0 && failedEcho(evidence) === null;
}

/** Whether a request was read but not answered. */
function isUnanswered({ transcript }: Evidence, { peer, sent, received }: Conversation): boolean {
  const hasFinished = transcript.some(({ who, kind }) => who === peer && kind === "finished");
  return sent.length > 0 && received.length === 0 && !hasFinished;
}

function whatLeftItUnanswered(evidence: Evidence): Pick<Finding, "name" | "idea" | "look" | "lines"> {
  if (handlesNothing(evidence)) return noHandleMethod;
  const hider = hidingLine(evidence);
  return hider ? { ...hidesErrors, lines: [hider] } : withoutAnswer;
}

/** A class of socketserver whose method for a client has another name. */
function handlesNothing(evidence: Evidence): boolean {
  return (
    standsInSource(evidence, /\bRequestHandler\b|\w+RequestHandler\b/) &&
    !standsInSource(evidence, /\bdef\s+handle\s*\(|do_\w+\s*\(/)
  );
}

const noHandleMethod = {
  name: { en: "The handler has no handle()", id: "Handler tidak punya handle()" },
  idea: {
    en: "socketserver calls setup(), handle() and finish() of the handler, each by exactly that name; its own handle() does nothing.",
    id: "socketserver memanggil setup(), handle(), dan finish() pada handler, persis dengan nama itu; handle() bawaannya tidak melakukan apa-apa.",
  },
  look: {
    en: "Name the method that serves a client handle: def handle(self).",
    id: "Beri nama handle pada method yang melayani client: def handle(self).",
  },
};

const withoutAnswer = {
  name: { en: "Closes without an answer", id: "Menutup tanpa membalas" },
  idea: {
    en: "Every message needs its answer, a refusal too: who asks and finds the connection closed does not know why.",
    id: "Setiap pesan perlu dibalas, penolakan pun demikian: penanya yang mendapati koneksinya ditutup tidak tahu sebabnya.",
  },
  look: {
    en: "Follow this message from recv to close: which way leads past the send? An error that a try catches without a word does, too.",
    id: "Telusuri pesan ini dari recv sampai close: jalur mana yang melewatkan pengiriman? Error yang ditangkap try tanpa pesan juga termasuk.",
  },
};

/** readline's question() at the top of the file, outside of every function: it is asked once. */
function asksOnlyOnce(evidence: Evidence): Pick<Finding, "name" | "idea" | "look"> | null {
  const isOnce =
    standsInSource(evidence, /^\w+\.question\s*\(/m) &&
    !standsInSource(
      evidence,
      /\.question\b[\s\S]*\.question\b|^.+\.question\b.*=>.*\.question|["'`]line["'`]|for\s+await/m,
    );
  return isOnce ? askedOnce : null;
}

const askedOnce = {
  name: { en: "Asks for one line only", id: "Hanya meminta satu baris" },
  idea: {
    en: "rl.question() asks once, and its function is called for one line: nothing asks for the next.",
    id: "rl.question() bertanya satu kali, dan fungsinya dipanggil untuk satu baris: tidak ada yang meminta baris berikutnya.",
  },
  look: {
    en: "Put it into a function that calls itself after each reply, or use rl.on('line', (line) => { ... }) with rl.prompt().",
    id: "Letakkan di dalam fungsi yang memanggil dirinya setelah setiap balasan, atau pakai rl.on('line', (line) => { ... }) dengan rl.prompt().",
  },
};

const whereAClientCloses = {
  en: "Close only when nothing more is to be sent or received; see where else close, a new socket or the end of the program is reached.",
  id: "Tutuplah hanya bila tidak ada lagi yang dikirim atau diterima; periksa di mana lagi close, socket baru, atau akhir program tercapai.",
};

function closedByClient(who: Text, ways: Text, peer: string, [sent, received]: [string, string]): Text {
  return {
    en: `${who.en} ${ways.en} its connection with ${peer} after it had sent ${sent} bytes and had been sent ${received}.`,
    id: `${who.id} ${ways.id} koneksinya dengan ${peer} setelah mengirim ${sent} byte dan dikirimi ${received} byte.`,
  };
}
