import { type Cause, type Conversation, type Evidence, strength } from "./evidence.ts";
import { endsOfWrites, failedConversation, joined } from "./support/conversations.ts";
import { decodingError, isUtf8, replacementsIn } from "./support/decoding.ts";
import { innerSubject } from "./support/phrases.ts";
import { sentBeforeEnd } from "./support/sent-before-end.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** Valid text was decoded piece by piece, which cut characters. */
export const splitsCharacters: Cause = {
  about: "any",
  name: { en: "Decodes half characters", id: "Men-decode karakter yang terpotong" },
  idea: {
    en: "In UTF-8 a character may take up to four bytes, and a recv may end in the middle of one.",
    id: "Dalam UTF-8 satu karakter bisa memakan sampai empat byte, dan satu recv bisa berakhir di tengahnya.",
  },
  look: {
    en: "Collect the bytes first and decode them when the message is whole, or use an incremental decoder (codecs, TextDecoder with stream).",
    id: "Kumpulkan dulu byte-nya dan decode setelah pesan lengkap, atau gunakan decoder bertahap (codecs, TextDecoder dengan stream).",
  },
  find: (evidence) => {
    if (!isCutInACharacter(evidence)) return null;
    const conversation = failedConversation(evidence) ?? evidence.conversations[0];
    const said = decodingError(evidence);
    const harmed = evidence.kind === "server" ? harmedReply(conversation) : harmedOutput(evidence);
    if (conversation === undefined || (said === null && !harmed)) return null;
    const pieces = conversation.sent.length;
    return {
      strength: said === null ? strength.shown : strength.named,
      saw: {
        en: `${conversation.peer}'s text came in ${pieces} pieces, cut inside a character, and ${innerSubject(evidence).en} decoded them one by one.`,
        id: `Teks dari ${conversation.peer} datang dalam ${pieces} potongan, terpotong di tengah karakter, dan ${innerSubject(evidence).id} men-decode-nya satu per satu.`,
      },
      lines: printedLines(evidence),
    };
  },
};

/** The conversation's bytes are valid text as a whole, and one of its pieces ends inside a character. */
export function isCutInACharacter(evidence: Evidence): boolean {
  const conversation = failedConversation(evidence) ?? evidence.conversations[0];
  if (conversation === undefined || conversation.sent.length < 2) return false;
  const all = joined(conversation.sent).subarray(0, examined);
  if (!endsWell(all)) return false;
  return endsOfWrites(conversation.sent).some((end) => end < all.length && !isUtf8(all.subarray(0, end)));
}

/** How many bytes from the beginning are examined. */
const examined = 64 * 1024;

/** Valid, except for an incomplete last character. */
function endsWell(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some((missing) => isUtf8(bytes.subarray(0, bytes.length - missing)));
}

/** Whether the reply has U+FFFD in place of cut characters, or lacks only those characters. */
function harmedReply(conversation: Conversation | undefined): boolean {
  if (conversation === undefined) return false;
  const received = joined(conversation.received);
  return replacementsIn(received) > 0 || lacksCutCharacters(conversation.sent, received);
}

function lacksCutCharacters(pieces: readonly Buffer[], received: Buffer): boolean {
  const ends = new Set(endsOfWrites(pieces));
  let [at, came] = [0, 0];
  for (const character of joined(pieces).toString()) {
    const bytes = Buffer.from(character);
    const isCut = bytes.some((_, index) => index > 0 && ends.has(at + index));
    if (received.subarray(came, came + bytes.length).equals(bytes)) came += bytes.length;
    else if (!isCut) return false;
    at += bytes.length;
  }
  return came === received.length && came < at;
}

function harmedOutput(evidence: Evidence): boolean {
  return marksPrinted(evidence) > 0 || leftHalvesOut(evidence);
}

/** Number of U+FFFD that a client prints of a reply that it read completely. */
function marksPrinted(evidence: Evidence): number {
  const [bob] = evidence.conversations;
  const before = bob && sentBeforeEnd(evidence, bob.peer);
  if (bob === undefined || (before && before.pieces < bob.sent.length)) return 0;
  return evidence.output.stdout.split("\uFFFD").length - 1;
}

/** Whether a client printed the complete characters of every piece, and left out the cut ones. */
function leftHalvesOut({ conversations: [bob], output }: Evidence): boolean {
  const pieces = bob?.sent ?? [];
  const kept = pieces.map((piece) => piece.toString().replaceAll("\uFFFD", "")).join("");
  const text = kept.replace(/\r?\n$/, "");
  return !joined(pieces).toString().startsWith(text) && output.stdout.includes(text);
}
