import { keptWhole } from "../../model/kept-bytes.ts";
import { type Diagnoser, strength } from "../evidence.ts";
import { failedConversation, joined } from "./conversations.ts";
import { quoted, subject } from "./phrases.ts";

/** What one client sent to the others came to that client as well. */
export const sentBack: Diagnoser = (evidence) => {
  const { failure } = evidence;
  const conversation = failure.code === "not-silent" ? failedConversation(evidence) : undefined;
  const [own, came] = [lastLine(joined(conversation?.sent ?? [])), keptWhole(failure.actual)];
  if (conversation === undefined || came === null || own === "" || !lastLine(came).endsWith(own)) return null;
  const shown = quoted(came);
  return {
    strength: strength.seen,
    name: { en: "Sends it back to its sender", id: "Mengirim kembali ke pengirimnya" },
    idea: {
      en: "What one client writes goes to all the others: the one who wrote it knows it already.",
      id: "Yang ditulis satu client dikirim kepada semua yang lain: penulisnya sudah mengetahuinya.",
    },
    look: {
      en: "In the loop that sends to everybody leave the sender out: if client is not sender.",
      id: "Di perulangan yang mengirim ke semua, lewati pengirimnya: if client is not sender.",
    },
    saw: {
      en: `${subject(evidence).en} sent ${conversation.peer} ${shown.en}, what ${conversation.peer} had just written.`,
      id: `${subject(evidence).id} mengirim ${shown.id} kepada ${conversation.peer}, yang baru saja ditulis ${conversation.peer} sendiri.`,
    },
  };
};

function lastLine(bytes: Buffer): string {
  return bytes.toString().trim().split("\n").at(-1)?.trim() ?? "";
}
