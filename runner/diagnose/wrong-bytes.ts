import { grouped } from "../texts/quantity.ts";
import { firstDifference } from "../wire/difference.ts";
import { type Diagnoser, strength } from "./evidence.ts";
import { failedEcho } from "./support/echo.ts";
import { quoted } from "./support/phrases.ts";

/** What came back is not what was sent, and nothing more can be said of how it came about. */
export const wrongBytes: Diagnoser = (evidence) => {
  const echo = failedEcho(evidence);
  const at = echo === null ? -1 : firstDifference(echo.sent, echo.received);
  if (echo === null || evidence.failure.code !== "reply-differs" || at < 0) return null;
  const { peer } = echo.conversation;
  const [sent, received] = [echo.sent, echo.received].map((bytes) => quoted(bytes.subarray(at, at + shown)));
  if (sent === undefined || received === undefined) return null;
  return {
    strength: strength.described,
    saw: {
      en: `After ${grouped(at)} right bytes, ${peer} had sent ${sent.en} and got ${received.en} back.`,
      id: `Setelah ${grouped(at)} byte yang benar, ${peer} mengirim ${sent.id} tetapi yang kembali ${received.id}.`,
    },
  };
};

const shown = 8;
