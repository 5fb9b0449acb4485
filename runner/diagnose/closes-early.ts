import { grouped } from "../texts/quantity.ts";
import { failedConversation, happened, joined } from "./conversations.ts";
import { type Diagnoser, strength } from "./evidence.ts";
import { uncaughtError } from "./last-words.ts";
import { subject } from "./phrases.ts";

/** The program ends the connection while an answer is still due. */
export const closesEarly: Diagnoser = (evidence) => {
  const { failure, exit, kind } = evidence;
  const conversation = failedConversation(evidence);
  const isCut = ["closed-early", "reset-early", "no-message-sent"].includes(failure.code);
  if (conversation === undefined || !isCut || conversation.end === null) return null;
  // A server for one client may end well right after it closed.
  const hasFailed = kind === "server" && exit !== null && exit.status !== 0;
  if (hasFailed || uncaughtError(evidence)) return null;
  const { peer, end } = conversation;
  const count = (chunks: readonly Buffer[]) => grouped(joined(chunks).length);
  const [sent, received] = [count(conversation.sent), count(conversation.received)];
  const ways = end === "reset" ? { en: "broke off", id: "memutus" } : { en: "closed", id: "menutup" };
  const after = happened(evidence, "finished", peer)
    ? { en: " once it had ended its sending", id: " begitu client itu selesai mengirim" }
    : { en: "", id: "" };
  return {
    strength: strength.likely,
    saw: {
      en: `${subject(evidence).en} ${ways.en} ${peer}'s connection${after.en}: ${sent} bytes had been sent to it, ${received} had come back.`,
      id: `${subject(evidence).id} ${ways.id} koneksi ${peer}${after.id}: ${sent} byte sudah dikirim kepadanya, ${received} yang kembali.`,
    },
  };
};
