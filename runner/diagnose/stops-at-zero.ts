import { grouped } from "../texts/quantity.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { hasReadAll } from "./support/conversations.ts";
import { type Echo, failedEcho } from "./support/echo.ts";
import { subject } from "./support/phrases.ts";
import { sourcesOf, standsInSource } from "./support/sources.ts";

/** Bytes after a zero byte do not come back, because the program used the length of a C string. */
export const stopsAtZero: Cause = {
  about: ["echo"],
  name: { en: "Stops at a zero byte", id: "Berhenti di byte nol" },
  idea: {
    en: "In C a string ends at the first zero byte, and strlen() counts up to it. Bytes from a socket are no string: zero is one of them.",
    id: "Di C, string berakhir di byte nol pertama, dan strlen() menghitung sampai di situ. Byte dari socket bukan string: nol termasuk di dalamnya.",
  },
  look: {
    en: "Send as many bytes as recv returned: n = recv(...), then send(client, buffer, n, 0), without strlen().",
    id: "Kirim sebanyak byte yang dikembalikan recv: n = recv(...), lalu send(client, buffer, n, 0), tanpa strlen().",
  },
  find(evidence) {
    const echo = failedEcho(evidence);
    const kept = echo === null ? null : keptBeforeZero(evidence, echo);
    if (echo === null || kept === null) return null;
    const { peer } = echo.conversation;
    return {
      strength: strength.seen,
      saw: {
        en: `${subject(evidence).en} sent ${grouped(kept)} of ${grouped(echo.sent.length)} bytes back to ${peer}: the next one is a zero byte.`,
        id: `${subject(evidence).id} mengirim kembali ${grouped(kept)} dari ${grouped(echo.sent.length)} byte kepada ${peer}: byte berikutnya adalah byte nol.`,
      },
    };
  },
};

/** How many bytes came back, if they end exactly before a zero byte and nothing more will come. */
function keptBeforeZero(evidence: Evidence, { conversation, sent, received }: Echo): number | null {
  const zero = sent.indexOf(0);
  const isWhole = evidence.transport === "udp" || conversation.end !== null || hasReadAll(conversation);
  if (zero < 0 || !isWhole || received.length !== zero || !sent.subarray(0, zero).equals(received)) return null;
  // If nothing came back, or if the rest was never read (RFC 2525, section 2.17), that alone may have any cause.
  const isTelling = zero > 0 && conversation.end !== "reset" && mayEndAtZero(evidence);
  return isTelling || standsInSource(evidence, /\bstrlen\s*\(|%s|\bstrcpy\s*\(/) ? zero : null;
}

/** Whether the source may be C, or names a zero byte: only there does a text end at one. */
function mayEndAtZero(evidence: Evidence): boolean {
  return sourcesOf(evidence).length === 0 || standsInSource(evidence, /#\s*include\b|\\0|\\x00|\\u0000/);
}
