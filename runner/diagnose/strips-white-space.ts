import { type Cause, type Evidence, strength } from "./evidence.ts";
import { hasReadAll } from "./support/conversations.ts";
import { type Echo, failedEcho } from "./support/echo.ts";
import { innerSubject, quoted } from "./support/phrases.ts";

/** Spaces and newlines at the ends of a message do not come back. */
export const stripsWhiteSpace: Cause = {
  about: ["echo"],
  name: { en: "White space is cut off", id: "Spasi atau baris baru dipotong" },
  idea: {
    en: "A blank and a newline are bytes like all others: an echo gives them back, too.",
    id: "Spasi dan baris baru adalah byte seperti yang lain: echo juga mengembalikannya.",
  },
  look: {
    en: "Find strip(), rstrip(), trim(), or a function that reads a line without its newline, and send back what recv returned.",
    id: "Cari strip(), rstrip(), trim(), atau fungsi yang membaca satu baris tanpa baris barunya, lalu kirim kembali hasil recv apa adanya.",
  },
  find(evidence) {
    const echo = failedEcho(evidence);
    if (echo === null || !isStripped(evidence, echo)) return null;
    const { peer } = echo.conversation;
    const [sent, received] = [quoted(echo.sent), quoted(echo.received)];
    return {
      strength: strength.seen,
      saw: {
        en: `${peer} sent ${sent.en}, and ${received.en} came back: ${innerSubject(evidence).en} left out the white space.`,
        id: `${peer} mengirim ${sent.id}, tetapi yang kembali ${received.id}: spasi atau baris barunya hilang.`,
      },
    };
  },
};

/** Whether the message, or each of its writes, came back without the white space around it, and nothing more will come. */
function isStripped({ transport }: Evidence, { conversation, sent, received }: Echo): boolean {
  const isWhole = transport === "udp" || conversation.end !== null || hasReadAll(conversation);
  if (!isWhole || received.length === 0 || received.equals(sent)) return false;
  const stripped = [[sent], conversation.sent].map((writes) => Buffer.concat(writes.map(withoutWhiteSpace)));
  const rightStripped = [[sent], conversation.sent].map((writes) => Buffer.concat(writes.map(withoutLastWhiteSpace)));
  return [...stripped, ...rightStripped].some((kept) => kept.length < sent.length && kept.equals(received));
}

function withoutWhiteSpace(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, ""), "latin1");
}

function withoutLastWhiteSpace(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/[ \t\n\v\f\r]+$/g, ""), "latin1");
}
