import { timeSpan } from "../texts/quantity.ts";
import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { failedConversation, hasLeft, joined } from "./support/conversations.ts";
import { subject } from "./support/phrases.ts";

/** The program turns in a loop until its processor time is used up. */
export const busyLoop: Diagnoser = (evidence) => {
  const { failure, exit } = evidence;
  const spins = failure.code === "busy" || failure.facts?.gaveUp === "computes" || exit?.limit === "cpu";
  if (!spins || failure.code === "not-listening" || failure.code === "more-descriptors") return null;
  if (isReading(evidence)) return null;
  const waitedMs = failure.facts?.waitedMs ?? failure.facts?.usedMs;
  const time = typeof waitedMs === "number" ? timeSpan(waitedMs) : { en: "its time", id: "jatah waktunya" };
  const after = whatEnded(evidence);
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} kept the processor busy for ${time.en}${after.en} and did nothing else.`,
      id: `${subject(evidence).id} menyibukkan prosesor selama ${time.id}${after.id} tanpa melakukan hal lain.`,
    },
    ...(evidence.transport === "udp" && { look: overUdp }),
  };
};

/** An empty datagram says nothing of a client's leaving. */
const overUdp = {
  en: "With a non-blocking socket, wait in select or poll instead of asking again. An empty datagram is a message like others.",
  id: "Untuk socket non-blocking, tunggulah dengan select atau poll alih-alih bertanya lagi. Datagram kosong adalah pesan seperti yang lain.",
};

/** It has taken some of what was sent and not yet all: it does something, however slowly. */
function isReading(evidence: Evidence): boolean {
  const conversation = failedConversation(evidence);
  const unread = conversation?.taken?.unreadBytes ?? 0;
  return conversation !== undefined && unread > 0 && unread < joined(conversation.sent).length;
}

function whatEnded(evidence: Evidence) {
  const gone = evidence.conversations.findLast(
    ({ peer }) =>
      hasLeft(evidence, peer) || evidence.transcript.some((event) => event.who === peer && event.kind === "finished"),
  );
  return gone ? { en: ` after ${gone.peer} had left`, id: ` setelah ${gone.peer} pergi` } : { en: "", id: "" };
}
