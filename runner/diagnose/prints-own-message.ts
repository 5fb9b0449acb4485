import { type Cause, type Conversation, type Evidence, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { innerSubject, quoted, quotedLine } from "./support/phrases.ts";
import { printedIn } from "./support/prompt.ts";

/** A client that shows its user what it sent instead of what came back. */
export const printsOwnMessage: Cause = {
  about: "any",
  name: { en: "Prints its own message", id: "Mencetak pesannya sendiri" },
  idea: {
    en: "The reply is what recv returns; it is another value than the text that was sent, even where the two look alike.",
    id: "Balasan adalah nilai yang dikembalikan recv; itu bukan teks yang dikirim, walaupun keduanya mungkin terlihat sama.",
  },
  look: {
    en: "Keep what recv returns in a variable of its own, and print that one.",
    id: "Simpan hasil recv di variabel tersendiri, lalu cetak variabel itu.",
  },
  find(evidence) {
    const { failure, kind, conversations } = evidence;
    const [conversation] = conversations;
    if (kind !== "client" || failure.code !== "no-output" || conversation === undefined) return null;
    const own = ownWords(conversation);
    const reply = joined(conversation.sent).toString().trim();
    const line = linesSince(evidence, conversation.peer).find((printed) =>
      own.some((words) => printed.includes(words)),
    );
    if (reply === "" || line === undefined || line.includes(reply)) return null;
    const answered = quoted(joined(conversation.sent));
    return {
      strength: strength.likely,
      saw: {
        en: `${conversation.peer} answered ${answered.en}, and ${innerSubject(evidence).en} printed ${quotedLine(line)}: what it had sent itself.`,
        id: `${conversation.peer} menjawab ${answered.id}, tetapi ${innerSubject(evidence).id} mencetak ${quotedLine(line)}: yang dikirimnya sendiri.`,
      },
    };
  },
};

/** The client's messages, as lines that are long enough to be recognised. */
function ownWords({ received }: Conversation): string[] {
  const lines = joined(received).toString().split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line.length >= shortestWords);
}

const shortestWords = 3;

/** The lines that it printed after it had been answered. */
function linesSince({ transcript }: Evidence, peer: string): string[] {
  const answered = transcript.findIndex(({ who, kind }) => who === peer && kind === "sent");
  return printedIn(answered < 0 ? [] : transcript.slice(answered + 1)).split("\n");
}
