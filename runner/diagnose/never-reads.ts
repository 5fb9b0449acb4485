import type { Text } from "../model/text.ts";
import { type Cause, type Conversation, type Evidence, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { uncaughtError } from "./support/last-words.ts";
import { innerSubject, quoted } from "./support/phrases.ts";
import { readsAPart } from "./support/reads-a-part.ts";

/** A client that ends the connection without reading what the peer sent. */
export const neverReads: Cause = {
  about: "any",
  name: { en: "Does not read the answer", id: "Tidak membaca jawaban" },
  idea: {
    en: "What the other side sends waits in the socket's buffer until recv takes it; close() throws it away.",
    id: "Kiriman pihak lawan menunggu di buffer socket sampai diambil recv; close() membuangnya.",
  },
  look: {
    en: "Call recv where the answer is due, in a loop until it returns no bytes, print what came, and close only then.",
    id: "Panggil recv di tempat jawaban ditunggu, di dalam perulangan sampai tidak mengembalikan byte, cetak yang datang, baru kemudian tutup.",
  },
  find(evidence) {
    const { failure, kind, exit, conversations } = evidence;
    const [conversation] = conversations;
    if (kind !== "client" || failure.code !== "no-output" || conversation === undefined) return null;
    if (exit?.status !== 0 || uncaughtError(evidence) || showsSomeOf(conversation, evidence)) return null;
    const { peer, sent } = conversation;
    const answer = quoted(joined(sent));
    const how = leftUnread(conversation, evidence);
    return (
      how && {
        strength: strength.likely,
        ...(givesUpEarly(evidence) ? tooEarly : readsAPart(joined(sent), evidence)),
        saw: {
          en: `${peer} sent ${answer.en}, and ${innerSubject(evidence).en} ${how.en}.`,
          id: `${peer} mengirim ${answer.id}, tetapi ${innerSubject(evidence).id} ${how.id}.`,
        },
      }
    );
  },
};

/** A close with unread bytes is a reset (RFC 2525, section 2.17); a close before anything came is visible by itself. */
function leftUnread({ peer, sent, end }: Conversation, { transcript }: Evidence): Text | null {
  const at = (...kinds: string[]) => transcript.findIndex((event) => event.who === peer && kinds.includes(event.kind));
  const [firstSent, firstEnd] = [at("sent"), at("ended", "reset")];
  if (sent.length === 0 || firstEnd < 0) return null;
  if (firstEnd < firstSent) {
    return { en: "had closed the connection before that came", id: "sudah menutup koneksi sebelum itu datang" };
  }
  return end === "reset"
    ? { en: "closed the connection with bytes unread", id: "menutup koneksi padahal masih ada byte yang belum dibaca" }
    : null;
}

/** Whether it says that its time ran out. */
function givesUpEarly({ output }: Evidence): boolean {
  return /time[d-]? ?out|waktu.{0,12}habis|habis.{0,12}waktu/i.test(`${output.stdout}${output.stderr}`);
}

const tooEarly = {
  name: { en: "Gives up too early", id: "Terlalu cepat menyerah" },
  idea: {
    en: "An answer needs time to come. Who waits less than was agreed misses what is on its way.",
    id: "Jawaban perlu waktu untuk datang. Yang menunggu lebih singkat dari kesepakatan kehilangan jawaban yang masih di jalan.",
  },
  look: {
    en: "Look at the time limit that your program sets: wait for as long as the handout says.",
    id: "Periksa batas waktu yang diatur program Anda: tunggulah selama yang disebut modul praktikum.",
  },
};

/** Whether it printed a line or a piece of what it received. */
function showsSomeOf({ sent }: Conversation, { output }: Evidence): boolean {
  const parts = sent.flatMap((piece) => piece.toString().split(/\r?\n/)).map((line) => line.trim());
  return parts.some((part) => part !== "" && output.stdout.includes(part));
}
