import { grouped } from "../texts/quantity.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedEcho } from "./support/echo.ts";
import { lossesOf } from "./support/losses.ts";
import { subject } from "./support/phrases.ts";
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
    const losses = echo && lossesOf(echo);
    if (echo === null || losses === null || losses.isCutEachTime || losses.firstAt <= leastBuffered) return null;
    if (sendsAll(evidence)) return null;
    const { peer } = echo.conversation;
    const [first, lost] = [grouped(losses.firstAt), grouped(losses.lostBytes)];
    return {
      strength: strength.shown,
      saw: {
        en: `The first ${first} bytes came back to ${peer}, the next ${lost} did not, although what followed them did.`,
        id: `${first} byte pertama kembali ke ${peer}, ${lost} byte berikutnya tidak, padahal byte sesudahnya kembali. ${subject(evidence).id} tidak mengirim sisanya.`,
      },
    };
  },
};

/** Whether all its sending calls send everything, so that it cannot lose bytes this way. */
function sendsAll(evidence: Evidence): boolean {
  return standsInSource(evidence, /\.sendall\(/) && !standsInSource(evidence, /\.send\(|\.sendmsg\(|\.write\(/);
}

/** The least that Linux buffers before send() takes only a part: tcp_wmem's default of 16 KiB, tcp(7). */
const leastBuffered = 16 * 1024;
