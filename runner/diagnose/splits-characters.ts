import { failedConversation, joined } from "./conversations.ts";
import { decodingError, isUtf8, replacementsIn } from "./decoding.ts";
import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { subject } from "./phrases.ts";
import { sentBeforeEnd } from "./sent-before-end.ts";
import { printedLines } from "./traceback-lines.ts";

/** A valid text was decoded piece by piece, halves of characters included. */
export const splitsCharacters: Diagnoser = (evidence) => {
  if (!isCutInACharacter(evidence)) return null;
  const conversation = failedConversation(evidence) ?? evidence.conversations[0];
  const said = decodingError(evidence);
  const marks = evidence.kind === "server" ? marksReceived(evidence) : marksPrinted(evidence);
  const shows = marks > 0 || (evidence.kind === "client" && leftHalvesOut(evidence));
  if (conversation === undefined || (said === null && !shows)) return null;
  const pieces = conversation.sent.length;
  return {
    strength: said === null ? strength.shown : strength.named,
    saw: {
      en: `${conversation.peer}'s text came in ${pieces} pieces, cut inside a character, and ${subject(evidence).en.replace("Your", "your")} decoded them one by one.`,
      id: `Teks dari ${conversation.peer} datang dalam ${pieces} potongan, terpotong di tengah karakter, dan ${subject(evidence).id} men-decode-nya satu per satu.`,
    },
    lines: printedLines(evidence),
  };
};

/** The conversation's bytes are valid text as a whole, and one of its pieces ends inside a character. */
export function isCutInACharacter(evidence: Evidence): boolean {
  const conversation = failedConversation(evidence) ?? evidence.conversations[0];
  if (conversation === undefined || conversation.sent.length < 2) return false;
  const all = joined(conversation.sent).subarray(0, examined);
  if (!endsWell(all)) return false;
  let length = 0;
  return conversation.sent.some((piece) => {
    length += piece.length;
    return length < all.length && !isUtf8(all.subarray(0, length));
  });
}

/** Bytes from the beginning that are enough to tell by. */
const examined = 64 * 1024;

/** Valid, but for a last character that was still under way. */
function endsWell(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some((missing) => isUtf8(bytes.subarray(0, bytes.length - missing)));
}

function marksReceived(evidence: Evidence): number {
  return replacementsIn(joined(failedConversation(evidence)?.received ?? []));
}

/** What a client prints of a reply that it read to its end. */
function marksPrinted(evidence: Evidence): number {
  const [bob] = evidence.conversations;
  const before = bob && sentBeforeEnd(evidence, bob.peer);
  if (bob === undefined || (before && before.pieces < bob.sent.length)) return 0;
  return evidence.output.stdout.split("\uFFFD").length - 1;
}

/** A client printed of every piece what is a character of its own, and went on behind the halves that it lost. */
function leftHalvesOut({ conversations: [bob], output }: Evidence): boolean {
  const kept = (bob?.sent ?? []).map((piece) => piece.toString().replaceAll("\uFFFD", "")).join("");
  const text = kept.replace(/\r?\n$/, "");
  return (
    !joined(bob?.sent ?? [])
      .toString()
      .startsWith(text) && output.stdout.includes(text)
  );
}
