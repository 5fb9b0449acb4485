import { languageTitled } from "../launchers/source-language.ts";
import { grouped, timeSpan } from "../texts/quantity.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { answersItself } from "./support/answers-itself.ts";
import { failedConversation, hasLeft, joined } from "./support/conversations.ts";
import { atLine, subject } from "./support/phrases.ts";
import { printedBytes } from "./support/printed-bytes.ts";
import { sourcesOf, standsInSource } from "./support/sources.ts";

/** The program runs in a loop until its CPU time is used up. */
export const busyLoop: Cause = {
  about: "any",
  name: { en: "Burns the processor", id: "Memboroskan prosesor" },
  idea: {
    en: "A program that asks again and again uses a whole processor to do nothing; one that blocks costs nothing until data comes.",
    id: "Program yang bertanya terus-menerus menghabiskan satu prosesor tanpa hasil; program yang menunggu (blocking) tidak memakan apa-apa sampai data datang.",
  },
  look: {
    en: "When recv returns no bytes the client has left: leave the loop. With non-blocking sockets, wait in select or poll.",
    id: "Kalau recv tidak mengembalikan byte, client sudah pergi: keluarlah dari perulangan. Untuk socket non-blocking, tunggulah dengan select atau poll.",
  },
  find: (evidence) => {
    const { failure } = evidence;
    if (!spins(evidence) || failure.code === "not-listening" || failure.code === "more-descriptors") return null;
    if (isReading(evidence)) return null;
    const busyMs = failure.facts?.waitedMs ?? (failure.code === "busy" ? failure.facts.usedMs : undefined);
    const time = busyMs === undefined ? { en: "its time", id: "jatah waktunya" } : timeSpan(busyMs);
    const after = whatEnded(evidence);
    const at = evidence.working && atLine(evidence.working);
    const [did, sambil] = meanwhile(evidence);
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} kept the processor busy for ${time.en}${after.en}${did}${at ? `, at ${at.en}` : ""}.`,
        id: `${subject(evidence).id} menyibukkan prosesor selama ${time.id}${after.id}${sambil}${at ? `, di ${at.id}` : ""}.`,
      },
      location: evidence.working,
      ...lookAt(evidence),
    };
  },
};

/** Whether the program was given up because it computed all the time. */
export function spins({ failure, exit }: Evidence): boolean {
  return failure.code === "busy" || failure.facts?.gaveUp === "computes" || exit?.limit === "cpu";
}

/** What it did meanwhile: whether it printed all the time, as a loop with a prompt does. */
function meanwhile({ transcript }: Evidence): [string, string] {
  const printed = printedBytes(transcript);
  if (printed > muchPrinted)
    return [` and printed ${grouped(printed)} bytes meanwhile`, ` sambil mencetak ${grouped(printed)} byte`];
  return [" and did nothing else", " tanpa melakukan hal lain"];
}

const muchPrinted = 4096;

function lookAt(evidence: Evidence): Pick<Finding, "name" | "idea" | "look"> | null {
  const itself = answersItself(evidence);
  if (itself) return itself;
  const ofLanguage = languageTitled(evidence.language ?? "")?.endlessLoop;
  if (ofLanguage && evidence.working && !standsInSource(evidence, pollsByTimer)) return ofLanguage;
  const isBlocking =
    sourcesOf(evidence).length > 0 &&
    !standsInSource(evidence, /setblocking|settimeout\(0|O_NONBLOCK|MSG_DONTWAIT|FIONBIO|set_nonblocking/);
  const line = evidence.working?.text;
  // If the line calls no socket function, the loop is one of the program's own.
  if (line === undefined ? isBlocking && !someoneLeft(evidence) : !askedAgain.test(line)) return ownLoop;
  if (evidence.transport === "udp") return isBlocking ? ownLoop : { look: overUdp };
  if (
    /\.select\(|\.poll\(/.test(evidence.working?.text ?? "") &&
    standsInSource(evidence, /EVENT_WRITE|POLLOUT|select\.select\(/)
  )
    return { look: readyToWrite };
  if (/readline|input|stdin/.test(evidence.working?.text ?? "")) return { look: endOfInput };
  return null;
}

/** How a program with an event loop asks again and again without a loop of its own: then events do arrive. */
const pollsByTimer = /setImmediate|setTimeout|setInterval/;

/** A socket is ready for writing whenever its buffer has room. */
const readyToWrite = {
  en: "A socket is nearly always ready for writing. Ask select for that only while something is left to be sent to it.",
  id: "Socket hampir selalu siap ditulisi. Tanyakan itu kepada select hanya selama masih ada yang harus dikirim kepadanya.",
};

/** What to look at when a loop keeps reading after the end of standard input. */
export const endOfInput = {
  en: "At the end of the input readline() returns an empty text, again and again: leave the loop then.",
  id: "Di akhir masukan, readline() mengembalikan teks kosong terus-menerus: keluarlah dari perulangan saat itu.",
};

/** Calls that may return the same result for ever. */
const askedAgain = /recv|read|accept|select|poll|input|stdin|while|for\b|loop|next|scan|send|write/i;

/** What every loop needs. */
const ownLoop = {
  idea: {
    en: "A loop ends only if something in it changes what it asks for; otherwise it uses all CPU time and serves no client.",
    id: "Perulangan hanya berakhir kalau ada yang mengubah kondisinya; kalau tidak, seluruh prosesor terpakai dan tidak ada yang dilayani.",
  },
  look: {
    en: "Find the loop that never ends: what is to change in it, so that its condition no longer holds?",
    id: "Cari perulangan yang tidak pernah berakhir: apa yang seharusnya berubah di dalamnya, agar kondisinya tidak lagi terpenuhi?",
  },
};

function someoneLeft(evidence: Evidence): boolean {
  return whatEnded(evidence).en !== "";
}

/** An empty datagram does not mean that a client has left. */
const overUdp = {
  en: "With a non-blocking socket, wait in select or poll instead of asking again. An empty datagram is a message like others.",
  id: "Untuk socket non-blocking, tunggulah dengan select atau poll alih-alih bertanya lagi. Datagram kosong adalah pesan seperti yang lain.",
};

/** Whether it has read a part of what was sent: then it is working, only slowly. */
function isReading(evidence: Evidence): boolean {
  const conversation = failedConversation(evidence);
  const unread = conversation?.taken?.unreadBytes ?? 0;
  return conversation !== undefined && unread > 0 && unread < joined(conversation.sent).length;
}

function whatEnded(evidence: Evidence) {
  const gone = evidence.conversations.findLast(
    ({ peer }) =>
      hasLeft(evidence, peer) || evidence.transcript.some((event) => event.who === peer && event.kind === "finished"),
  );
  return gone ? { en: ` after ${gone.peer} had left`, id: ` setelah ${gone.peer} pergi` } : { en: "", id: "" };
}
