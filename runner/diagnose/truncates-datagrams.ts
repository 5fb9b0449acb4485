import { type Diagnoser, strength } from "./evidence.ts";
import { failedConversation } from "./support/conversations.ts";
import { bytesOf, subject } from "./support/phrases.ts";

/** Only the beginning of a datagram came back: the rest did not fit into the buffer, and the kernel discarded it. */
export const truncatesDatagrams: Diagnoser = (evidence) => {
  const conversation = failedConversation(evidence);
  if (evidence.transport !== "udp" || evidence.kind !== "server" || conversation === undefined) return null;
  const came = conversation.received.at(-1);
  const whole = conversation.sent.find((sent) => came && sent.length > came.length && startsWith(sent, came));
  if (came === undefined || came.length === 0 || whole === undefined) return null;
  const { en, id } = bytesOf(came.length, whole.length);
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} sent back ${en} of ${conversation.peer}'s datagram. What does not fit into the buffer of recvfrom() is lost.`,
      id: `${subject(evidence).id} mengirim kembali ${id} dari datagram ${conversation.peer}. Yang tidak muat di buffer recvfrom() hilang.`,
    },
    idea: {
      en: "recvfrom() takes one datagram out of the queue; what is longer than its buffer is lost for good.",
      id: "recvfrom() mengambil satu datagram dari antrean; bagian yang lebih panjang daripada buffer-nya hilang selamanya.",
    },
    look: {
      en: "Give recvfrom() a buffer of 65535 bytes: no datagram is longer.",
      id: "Beri recvfrom() buffer 65535 byte: tidak ada datagram yang lebih panjang.",
    },
  };
};

function startsWith(bytes: Buffer, beginning: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning);
}
