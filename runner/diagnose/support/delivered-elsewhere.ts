import type { Diagnoser } from "../evidence.ts";
import { strength } from "../evidence.ts";
import { failedConversation, joined } from "./conversations.ts";
import { quoted, subject } from "./phrases.ts";

/** The echo of one client's message went to another client. */
export const deliveredElsewhere: Diagnoser = (evidence) => {
  const conversation = failedConversation(evidence);
  if (conversation === undefined || !["no-reply", "reply-incomplete"].includes(evidence.failure.code)) return null;
  const { peer } = conversation;
  const missing = joined(conversation.sent).subarray(joined(conversation.received).length).subarray(0, probe);
  if (missing.length < probe) return null;
  const other = evidence.conversations.find(
    ({ peer: name, sent, received }) =>
      name !== peer && joined(received).includes(missing) && !joined(sent).includes(missing),
  );
  if (other === undefined) return null;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} sent ${other.peer} what ${peer} had sent: ${quoted(missing).en}.`,
      id: `${subject(evidence).id} mengirim kepada ${other.peer} apa yang dikirim oleh ${peer}: ${quoted(missing).id}.`,
    },
  };
};

/** This many bytes are not equal by chance. */
const probe = 12;
