import { type BlockedPlace, type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { blocksTheLoop, stopsTheLoop } from "./support/blocks-the-loop.ts";
import { failedConversation, hasLeft, readerOfAnother } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** One client is served until it leaves while the next one waits. */
export const oneAtATime: Cause = {
  about: "any",
  name: { en: "Serves one client at a time", id: "Melayani client satu per satu" },
  idea: {
    en: "While one thread is blocked in recv for a silent client, it cannot accept or answer any other.",
    id: "Selama satu thread tertahan di recv menunggu client yang diam, ia tidak dapat menerima atau membalas client lain.",
  },
  look: {
    en: "Start a thread for each connection after accept(), or let select, asyncio or an event loop wait for all of them at once.",
    id: "Jalankan satu thread untuk setiap koneksi setelah accept(), atau gunakan select, asyncio, atau event loop untuk menunggu semuanya sekaligus.",
  },
  find: (evidence) => {
    const { kind, transport } = evidence;
    const waiting = kind === "server" && transport === "tcp" ? whoWaits(evidence) : undefined;
    if (waiting === undefined) return null;
    const busy = readerOfItsOwn(evidence, waiting) ?? readerInARuntime(evidence);
    if (busy === undefined) return null;
    const waits = waitsFor(evidence, waiting);
    const isAwaited = evidence.blocked.some(isLock);
    const awaited = isAwaited
      ? { en: ", with another thread waiting for that", id: " dan ditunggu thread lain" }
      : noText;
    return {
      strength: strength.named,
      location: busy.location,
      ...(isAwaited
        ? { look: whereThreadsTakeTurns }
        : blocksTheLoop(evidence, busy)
          ? stopsTheLoop
          : calledAtOnce(evidence)),
      saw: {
        en: `${subject(evidence).en} was ${blockedIn(busy).en}${awaited.en} while ${waiting} waited to be ${waits.en}.`,
        id: `${subject(evidence).id} ${blockedIn(busy).id}${awaited.id} sementara ${waiting} menunggu untuk ${waits.id}.`,
      },
    };
  },
};

/** The thread that serves another client while no thread accepts. */
function readerOfItsOwn(evidence: Evidence, waiting: string): BlockedPlace | undefined {
  const reader = readerOfAnother(evidence, waiting) ?? readerBehindAHelper(evidence);
  return reader && servesOnly(reader.on, evidence) ? reader : undefined;
}

/**
 * The thread that serves a connection of another program, such as the lab's client, while the waiting client is not
 * accepted.
 */
function readerBehindAHelper(evidence: Evidence): BlockedPlace | undefined {
  if (failedConversation(evidence)?.taken?.accepted !== false) return undefined;
  return evidence.blocked.find(({ call, on, fd }) => call === "recv" && on === "other" && fd !== null);
}

/** The same for a runtime that waits for everything in one call: while it accepts no new client, it serves the one it has. */
function readerInARuntime(evidence: Evidence): BlockedPlace | undefined {
  const { conversations, blocked } = evidence;
  const served = conversations.filter(({ peer, taken }) => taken?.accepted && !hasLeft(evidence, peer));
  if (failedConversation(evidence)?.taken?.accepted !== false || served.length !== 1) return undefined;
  return blocked.find(({ call, location }) => call === "epoll" && /read|recv|scan/i.test(location?.text ?? ""));
}

/** The advice when the thread's function is called instead of passed, and so runs in the thread that accepts. */
function calledAtOnce(evidence: Evidence): Pick<Finding, "idea" | "look"> | null {
  const { idea } = startsNothing;
  if (standsInSource(evidence, /\b(?:Thread|Process)\s*\([^;{}]*?\btarget\s*=\s*[\w.]+\s*\(/))
    return { idea, look: startsNothing.python };
  const runs = evidence.language === "Java" && standsInSource(evidence, /\.run\s*\(\s*\)\s*;/);
  return runs && standsInSource(evidence, /\bThread\b/) ? { idea, look: startsNothing.java } : null;
}

const startsNothing = {
  idea: {
    en: "A function that is called runs at once, in the thread that calls it: accept() is reached again only when it has ended.",
    id: "Fungsi yang dipanggil langsung berjalan di thread yang memanggilnya: accept() baru tercapai lagi setelah fungsi itu selesai.",
  },
  python: {
    en: "Name the function without calling it: Thread(target=handle, args=(conn,)).start(), not target=handle(conn).",
    id: "Sebutkan nama fungsinya tanpa memanggilnya: Thread(target=handle, args=(conn,)).start(), bukan target=handle(conn).",
  },
  java: {
    en: "Call start() on the thread instead of run(): run() is a call like any other.",
    id: "Panggil start() pada thread, bukan run(): run() hanyalah pemanggilan biasa.",
  },
};

const noText = { en: "", id: "" };

/** The texts for a thread that is started and then joined at once. */
const whereThreadsTakeTurns = {
  en: "Go back to accept() as soon as the thread has started: join() right after start(), or one lock around all of it, lets clients take turns.",
  id: "Kembalilah ke accept() begitu thread berjalan: join() tepat setelah start(), atau satu lock di sekeliling semuanya, membuat client bergiliran.",
};

const unanswered = new Set(["no-reply", "reply-incomplete", "not-accepted", "not-taken"]);

/**
 * Whether all threads serve this peer: none waits for the next or another client, and no other client was accepted. A
 * thread that waits for another thread proves nothing, unless the waiting client has not been accepted.
 */
function servesOnly(peer: string, evidence: Evidence): boolean {
  const { blocked } = evidence;
  const elsewhere = blocked.some((place) => place.on !== peer && !isLock(place));
  const alsoTaken = evidence.conversations.some(
    (other) => other.peer !== peer && other.taken?.accepted === true && !hasLeft(evidence, other.peer),
  );
  const isLeftWaiting =
    ["not-accepted", "no-connection"].includes(evidence.failure.code) ||
    failedConversation(evidence)?.taken?.accepted === false;
  if (blocked.some(isLockOfItsOwn) && !alsoHeard(evidence, peer)) return true;
  return !elsewhere && !alsoTaken && (isLeftWaiting || !blocked.some(isLock));
}

/** The student's own lock, by the line at which a thread waits for it; one of a library, as of an idle pool, says nothing. */
function isLockOfItsOwn({ call, location }: BlockedPlace): boolean {
  return call === "lock" && /lock|acquire|mutex|synchronized|semaphore/i.test(location?.text ?? "");
}

/** Whether anybody but the one who is served has been answered, or is being read from. */
function alsoHeard({ blocked, conversations }: Evidence, peer: string): boolean {
  return conversations.some((other) => other.peer !== peer && blocked.some(({ on }) => on === other.peer));
}

function isLock({ call }: BlockedPlace): boolean {
  return call === "lock";
}

/**
 * The client that gets no answer. The server that a proxy should have asked shows it as well: its own connection does
 * not come, because the client that is to be passed on has not been accepted.
 */
function whoWaits({ failure, conversations }: Evidence): string | undefined {
  if (unanswered.has(failure.code)) return failure.who;
  if (failure.code !== "no-connection") return undefined;
  return conversations.find(({ taken, sent }) => taken?.accepted === false && sent.length > 0)?.peer;
}

function waitsFor({ conversations }: Evidence, waiting: string) {
  const isTaken = conversations.find(({ peer }) => peer === waiting)?.taken?.accepted === true;
  return isTaken ? { en: "answered", id: "dibalas" } : { en: "accepted", id: "diterima (accept)" };
}
