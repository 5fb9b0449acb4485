import { languageTitled } from "../launchers/source-language.ts";
import type { Text } from "../model/text.ts";
import { grouped } from "../texts/quantity.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { hasReadAll } from "./support/conversations.ts";
import { type Echo, failedEcho } from "./support/echo.ts";
import { lossesOf } from "./support/losses.ts";
import { bytesOf, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** The rest after a partial send() is never sent: bytes are lost once the buffers are full. */
export const partialSend: Cause = {
  about: ["echo"],
  name: { en: "Sends only a part", id: "Hanya mengirim sebagian" },
  idea: {
    en: "send() may take only some of the bytes, as many as the buffer has room for, and returns how many it took.",
    id: "send() bisa jadi hanya mengambil sebagian byte, sebanyak ruang di buffer, lalu mengembalikan jumlah yang diambilnya.",
  },
  look: {
    en: "Use sendall() in Python; elsewhere call send or write again for the rest until everything is gone.",
    id: "Di Python gunakan sendall(); di bahasa lain panggil lagi send atau write untuk sisanya sampai semuanya terkirim.",
  },
  find: (evidence) => {
    const echo = failedEcho(evidence);
    const saw = echo && (lostInTheMiddle(evidence, echo) ?? lostAtTheEnd(evidence, echo));
    return saw && { strength: strength.shown, saw };
  },
};

function lostInTheMiddle(evidence: Evidence, echo: Echo): Text | null {
  const losses = lossesOf(echo);
  if (losses === null || losses.firstAt <= leastBuffered || sendsAll(evidence)) return null;
  // By chance send() may take the same share each time, such as a half.
  if (losses.isCutEachTime && !mayLeaveARest(evidence)) return null;
  const { peer } = echo.conversation;
  const [first, lost] = [grouped(losses.firstAt), grouped(losses.lostBytes)];
  return {
    en: `The first ${first} bytes came back to ${peer}, the next ${lost} did not, although what followed them did.`,
    id: `${first} byte pertama kembali ke ${peer}, ${lost} byte berikutnya tidak, padahal byte sesudahnya kembali. ${subject(evidence).id} tidak mengirim sisanya.`,
  };
}

/** The last send() was the first that took only a part: nothing comes after the loss, so the source must show how it came about. */
function lostAtTheEnd(evidence: Evidence, { conversation, sent, received }: Echo): Text | null {
  const { code } = evidence.failure;
  if (evidence.exit || (code !== "closed-early" && code !== "reply-incomplete") || !hasReadAll(conversation))
    return null;
  if (received.length <= leastBuffered || received.length >= sent.length) return null;
  if (!sent.subarray(0, received.length).equals(received) || !mayLeaveARest(evidence)) return null;
  const { en, id } = bytesOf(received.length, sent.length);
  const { peer } = conversation;
  return {
    en: `${subject(evidence).en} read everything that ${peer} sent, and ${en} came back: the rest of its last send was never sent.`,
    id: `${subject(evidence).id} membaca semua kiriman ${peer}, tetapi hanya ${id} yang kembali: sisa dari send terakhirnya tidak pernah dikirim.`,
  };
}

/** Whether all its sending calls send everything, so that it cannot lose bytes this way. */
function sendsAll(evidence: Evidence): boolean {
  const { sends, sendsPart } = languageTitled(evidence.language)?.source ?? {};
  if (sends !== undefined && sendsPart === undefined) return true;
  return standsInSource(evidence, /\.sendall\(/) && !standsInSource(evidence, /\.send\(|\.sendmsg\(|\.write\(/);
}

/** Whether a call of it may take only a part and leaves the rest, and none of its own holds back what it has read. */
function mayLeaveARest(evidence: Evidence): boolean {
  const part = languageTitled(evidence.language)?.source.sendsPart;
  return (
    part !== undefined &&
    standsInSource(evidence, part) &&
    standsInSource(evidence, doesNotWait) &&
    !standsInSource(evidence, readsWholeBlocks)
  );
}

/** A call on a socket that waits takes everything, except at a signal: send(2). One with a time limit takes what there is room for. */
const doesNotWait =
  /settimeout\s*\(\s*(?!None)|setdefaulttimeout|setblocking\s*\(\s*(?:False|0)|SO_SNDTIMEO|O_NONBLOCK|SOCK_NONBLOCK|MSG_DONTWAIT|FIONBIO|configureBlocking\s*\(\s*false|set_nonblocking|set_write_timeout|_nonblock\b/;

const readsWholeBlocks = /\bmakefile\b|MSG_WAITALL|\bread_?exactly\b|\breadFully\b|\bread_exact\b|\bfread\b/;

/** The least that Linux buffers before send() takes only a part: tcp_wmem's default of 16 KiB, tcp(7). */
const leastBuffered = 16 * 1024;
