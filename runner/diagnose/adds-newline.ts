import { firstDifference } from "../wire/difference.ts";
import { type Cause, strength } from "./evidence.ts";
import { isEndOfWrite } from "./support/conversations.ts";
import { type Echo, failedEcho } from "./support/echo.ts";
import { quoted, subject } from "./support/phrases.ts";

/** The answer contains newlines that were never sent. */
export const addsNewline: Cause = {
  about: ["echo"],
  name: { en: "Adds a newline", id: "Menambahkan baris baru" },
  idea: {
    en: "A newline is a byte like any other: println and its like put one on the wire that the other side never sent.",
    id: "Baris baru juga sebuah byte: println dan sejenisnya mengirim byte itu padahal pihak lawan tidak mengirimnya.",
  },
  look: {
    en: 'Use write or print without the newline, and look for + "\\n" where you send.',
    id: 'Pakai write atau print tanpa baris baru, dan cari + "\\n" di tempat Anda mengirim.',
  },
  find: (evidence) => {
    const echo = failedEcho(evidence);
    const added = echo && addedNewlines(echo);
    const [first] = added ?? [];
    if (echo === null || added === null || first === undefined) return null;
    const { peer } = echo.conversation;
    const near = quoted(echo.received.subarray(Math.max(0, first - 6), first + 1));
    const count = added.length;
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} sent ${peer} a newline that was not in the message${count > 1 ? `, ${count} times` : ""}: ${near.en}.`,
        id: `${subject(evidence).id} mengirim kepada ${peer} baris baru yang tidak ada di pesannya${count > 1 ? `, ${count} kali` : ""}: ${near.id}.`,
      },
    };
  },
};

/** Positions of newlines added to what was sent; null when they do not explain everything received. */
function addedNewlines({ conversation, sent, received }: Echo): number[] | null {
  const added: number[] = [];
  for (let [at, came] = [0, 0]; came < received.length; ) {
    const parting = firstDifference(sent.subarray(at), received.subarray(came));
    const run = parting >= 0 ? parting : Math.min(sent.length - at, received.length - came);
    at += run;
    came += run;
    if (came === received.length) break;
    const length = newlineLengthAt(received, came);
    if (length === 0) return null;
    const isLast = came + length === received.length;
    // Without bytes after it to compare, the newline might replace another byte.
    if (isLast && added.length === 0 && at < sent.length && !isEndOfWrite(conversation.sent, at)) return null;
    added.push(came);
    came += length;
  }
  return added;
}

function newlineLengthAt(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0a) return 1;
  return bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 0;
}
