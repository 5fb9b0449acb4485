import type { Diagnoser } from "../evidence.ts";
import { strength } from "../evidence.ts";
import { failedConversation, joined } from "./conversations.ts";
import { quoted, subject } from "./phrases.ts";

/** What one client sent did not come back to it; another client got it. */
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

/** As many bytes agree by chance in no two messages. */
const probe = 12;
