import type { SeenFailure } from "../model/failure.ts";
import { type BlockedPlace, type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** A client waits without a timeout for an answer that never comes. */
export const noTimeOut: Cause = {
  about: "any",
  name: { en: "Waits without a limit", id: "Menunggu tanpa batas waktu" },
  idea: {
    en: "The other side may never answer: a blocking recv or connect waits for it for ever, unless it is given a limit.",
    id: "Pihak lawan bisa jadi tidak pernah menjawab: recv atau connect akan menunggu selamanya kalau tidak diberi batas waktu.",
  },
  look: {
    en: "Call settimeout(seconds) before connect and recv (SO_RCVTIMEO in C, setSoTimeout in Java), and say so when it runs out.",
    id: "Panggil settimeout(detik) sebelum connect dan recv (SO_RCVTIMEO di C, setSoTimeout di Java), dan sampaikan kalau waktunya habis.",
  },
  find: (evidence) => {
    const { blocked, failure, kind } = evidence;
    if (kind !== "client" || !awaited.has(failure.code) || isAnswered(evidence)) return null;
    // A client that waits for its user waits for no peer; another thread may be receiving meanwhile.
    if (blocked.some(({ on, orKeyboard }) => on === "keyboard" || orKeyboard) && !isDueToSay(evidence)) return null;
    const place = blocked.find(({ call, on }) => (receiving.has(call) || call === "connect") && on !== "pipe");
    // With a limit of its own, connect() waits in poll().
    const connects = place?.call === "connect" || /connect/i.test(place?.location?.text ?? "");
    if (place === undefined || (!connects && !hasAsked(evidence))) return null;
    // The timer for which an event loop of Node wakes next need not be about the peer, and may do nothing.
    if (place.isShort && place.call === "epoll" && evidence.language !== "Python") return null;
    if (failure.facts?.gaveUp === "late" && !place.forGood)
      return place.isShort ? waitsOften(evidence, place) : waitsTooLong(evidence, place);
    if (!waitsForGood(failure, place.call)) return null;
    // An event loop goes on waiting for other things when its socket has ended.
    if (place.call === "epoll" && standsInSource(evidence, /\bsetTimeout\s*\(\s*\w+|\btimeout\s*:/)) return null;
    return {
      strength: strength.named,
      ...(hadALimit(evidence, place) ? limitTakenAway : evidence.language === "JavaScript" && { look: withEvents }),
      saw: {
        en: `${subject(evidence).en} was ${blockedIn(place).en} without any limit, and no answer was ever to come.`,
        id: `${subject(evidence).id} ${blockedIn(place).id} tanpa batas waktu, padahal jawaban tidak akan pernah datang.`,
      },
    };
  },
};

/** An event loop waits for the keyboard and the server at once: what was typed is sent, and the user waits for what comes of it. */
function isDueToSay({ failure, transcript, blocked }: Evidence): boolean {
  if (failure.code !== "no-output" || failure.facts?.words !== "any" || blocked.some(({ on }) => on === "keyboard"))
    return false;
  const typed = transcript.findLastIndex(({ kind }) => kind === "typed");
  return typed >= 0 && transcript.some(({ kind }, at) => kind === "received" && at > typed);
}

/** Whether a limit is set and then taken away again: of the socket that is read here, where the line names it. */
function hadALimit(evidence: Evidence, { location }: BlockedPlace): boolean {
  const name = /\b(\w+)\.(?:recv\w*|connect)\s*\(/.exec(location?.text ?? "")?.[1] ?? "\\w+";
  return standsInSource(
    evidence,
    new RegExp(
      `\\b(${name})\\.settimeout\\s*\\(\\s*(?!None)[\\w.]+\\s*\\)[\\s\\S]*\\b\\1\\.(?:setblocking\\s*\\(\\s*(?:True|1)|settimeout\\s*\\(\\s*None)\\s*\\)`,
    ),
  );
}

const limitTakenAway = {
  name: { en: "Takes its time limit away again", id: "Menghapus lagi batas waktunya" },
  idea: {
    en: "setblocking(True) is the same as settimeout(None): from there on recv() waits for ever, whatever was set before.",
    id: "setblocking(True) sama dengan settimeout(None): sejak itu recv() menunggu selamanya, apa pun yang diatur sebelumnya.",
  },
  look: {
    en: "Leave out setblocking(True) or settimeout(None): the time limit then holds for connect() and recv() alike.",
    id: "Hilangkan setblocking(True) atau settimeout(None): batas waktunya lalu berlaku untuk connect() maupun recv().",
  },
};

const withEvents = {
  en: "Call socket.setTimeout(ms) and listen for 'timeout': there say that no answer came, and end with socket.destroy().",
  id: "Panggil socket.setTimeout(ms) dan tangani event 'timeout': sampaikan di situ bahwa tidak ada jawaban, lalu akhiri dengan socket.destroy().",
};

/** Every wait has an acceptable timeout, but there are too many waits, or they begin too late. */
function waitsOften(evidence: Evidence, place: BlockedPlace): Finding {
  return {
    strength: strength.named,
    name: { en: "Its waits add up", id: "Waktu tunggunya menumpuk" },
    idea: {
      en: "What a user waits for is the sum of all timeouts and pauses: the number of attempts counts as much as the limit of each.",
      id: "Yang dirasakan pengguna adalah jumlah semua batas waktu dan jeda: banyaknya percobaan sama pentingnya dengan batas masing-masing.",
    },
    look: {
      en: "Add up what your program waits for in all, with every attempt and every sleep, and compare that with what the handout allows.",
      id: "Jumlahkan seluruh waktu tunggu program Anda, termasuk setiap percobaan dan setiap sleep, lalu bandingkan dengan yang diizinkan modul praktikum.",
    },
    location: place.location,
    saw: {
      en: `${subject(evidence).en} was ${blockedIn(place).en} with a limit, but had begun so late that all its waits together lasted longer than this test allows.`,
      id: `${subject(evidence).id} ${blockedIn(place).id} dengan batas waktu, tetapi baru mulai menunggu di situ begitu terlambat sehingga seluruh waktu tunggunya melebihi yang diizinkan tes ini.`,
    },
  };
}

/** It has a timeout that is too long for a user. */
function waitsTooLong(evidence: Evidence, place: BlockedPlace): Finding {
  return {
    strength: strength.named,
    name: { en: "Its timeout is too long", id: "Batas waktunya terlalu panjang" },
    idea: {
      en: "A timeout is a promise to the user: the handout says after how many seconds the program must have given up.",
      id: "Batas waktu adalah janji kepada pengguna: modul praktikum menyebut dalam berapa detik program harus sudah menyerah.",
    },
    look: {
      en: "Look at the number you give to settimeout, or to select or poll (in milliseconds there), and at how often you wait for it.",
      id: "Periksa angka yang diberikan kepada settimeout, atau kepada select atau poll (di sana dalam milidetik), dan berapa kali Anda menunggunya.",
    },
    location: place.location,
    saw: {
      en: `${subject(evidence).en} was ${blockedIn(place).en}, and its limit was longer than this test allows.`,
      id: `${subject(evidence).id} ${blockedIn(place).id}, dan batas waktunya melampaui waktu yang diizinkan tes ini.`,
    },
  };
}

/** Failures of a client that should have given up or asked again. */
const awaited = new Set(["no-exit", "no-output", "no-message", "no-message-sent"]);

/** Calls that return when something arrives, as the watch names them. */
const receiving = new Set(["recv", "read", "poll", "select", "epoll", "io_uring"]);

/** Whether the call has no timeout of the program's own; the kernel's two minutes for connect() do not count. */
function waitsForGood({ facts }: SeenFailure, call: string): boolean {
  return facts?.gaveUp === "stuck" || (facts?.gaveUp === "late" && call === "connect");
}

/**
 * Whether the client has asked: a lost datagram counts as sent, and a client that only connects may wait for a
 * greeting; but a client that failed to send its message does not lack a timeout.
 */
function hasAsked(evidence: Evidence): boolean {
  const hasSent = happened(evidence, "received") || happened(evidence, "lost");
  return hasSent || (evidence.failure.code !== "no-message-sent" && happened(evidence, "accepted"));
}

/** Whether something came after its last message, or after its connection was accepted if it has not sent anything. */
function isAnswered({ conversations, transcript }: Evidence): boolean {
  if (conversations.some(({ end }) => end !== null)) return true;
  const last = transcript.findLastIndex(({ kind }) => kind === "received" || kind === "lost");
  return transcript.some(({ kind }, index) => kind === "sent" && index > last);
}
