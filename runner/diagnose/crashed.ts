import type { Text } from "../model/text.ts";
import { capital } from "../texts/failures/phrases.ts";
import { printableLine } from "../texts/printable.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { hasLeft } from "./support/conversations.ts";
import { atLine, innerSubject, quotedLine, subject } from "./support/phrases.ts";
import { endedByKernel, type PrintedError, printedError, unforcedError } from "./support/printed-error.ts";
import { talksOnTheListener } from "./support/talks-on-the-listener.ts";

/** An error that nothing handled ended the program, or the thread that served a client. */
export const crashed: Cause = {
  about: "any",
  name: { en: "Crashed", id: "Program berhenti karena error" },
  idea: {
    en: "An error that nobody handles ends the whole program, and with it every connection it holds.",
    id: "Error yang tidak ditangani menghentikan seluruh program, beserta semua koneksi yang sedang dipegangnya.",
  },
  look: {
    en: "Read the last lines it printed: they name the error and the line. Handle what the other side may cause, per client.",
    id: "Baca baris-baris terakhir yang dicetaknya: di situ disebut error dan barisnya. Tangani error yang bisa ditimbulkan pihak lawan, untuk setiap client.",
  },
  find(evidence) {
    const wrongSocket = talksOnTheListener(evidence);
    if (wrongSocket) return wrongSocket;
    const alone = refusedAlone(evidence);
    if (alone) return alone;
    // Ctrl-C is pressed by the test, when it has seen enough or asks for the end: how the program takes it is judged elsewhere.
    const error = unforcedError(evidence);
    if (error === null || !isOfThisFailure(evidence, error)) return null;
    const { words, lines, location, meaning } = error;
    const look = meaning?.look ?? atThatLine(error);
    return {
      strength: strengthOf(error),
      saw: seen(evidence, error),
      error: words,
      lines,
      location,
      ...(evidence.exit === null && error.isUncaught && endsAThread),
      ...(meaning && { name: meaning.name, idea: meaning.idea }),
      ...(look && { look }),
    };
  },
};

function isOfThisFailure(evidence: Evidence, error: PrintedError): boolean {
  const { code } = evidence.failure;
  const byKernel = endedByKernel(evidence.exit?.status ?? 0);
  // A thread that an error of its own ended closes nothing.
  const neverClosed = code === "not-closed" && error.isUncaught && error.meaning?.always === true;
  if (!stillNeeded.has(code) && !neverClosed && !(byKernel && endedWrongly.has(code))) return false;
  return byKernel || error.meaning?.always === true || !isOfAnother(evidence);
}

/** A client that is refused because the other program of the hand-in has ended: it is right to call where it does. */
function refusedAlone(evidence: Evidence): Finding | null {
  const { kind, role, transcript } = evidence;
  if (
    kind !== "client" ||
    !["nothing-passed", "no-connection", "no-output", "wrong-status"].includes(evidence.failure.code)
  )
    return null;
  const gone = transcript.find(
    (event) => event.kind === "exited" && event.who !== role && !event.who.startsWith("reference"),
  );
  const error = unforcedError(evidence);
  if (gone === undefined || error === null || !refused.test(error.words)) return null;
  const name = printableLine(gone.who);
  return {
    strength: strength.certain,
    name: { en: "The other program had ended", id: "Program lainnya sudah berakhir" },
    idea: {
      en: "Connection refused also means that the program which listened is not running any more: then the client is not the cause.",
      id: "Connection refused juga berarti program yang tadinya listen sudah tidak berjalan: kalau begitu, penyebabnya bukan client.",
    },
    look: {
      en: `Look first at why your ${name} ended: its own tests and what it printed say so.`,
      id: `Periksa dulu mengapa ${name} Anda berakhir: tes-tesnya sendiri dan yang dicetaknya menjelaskannya.`,
    },
    saw: {
      en: `Your ${name} had already ended when ${innerSubject(evidence).en} came: ${quotedLine(error.words)}.`,
      id: `${capital(name)} Anda sudah berakhir ketika ${innerSubject(evidence).id} datang: ${quotedLine(error.words)}.`,
    },
    error: error.words,
  };
}

const refused = /refused|ECONNREFUSED/i;

/** The program runs on: what served this client does not. */
const endsAThread = {
  idea: {
    en: "An error that nobody handles ends the thread or handler in which it arises: the client that it served gets no further answer.",
    id: "Error yang tidak ditangani menghentikan thread atau handler tempat munculnya: client yang dilayaninya tidak lagi dibalas.",
  },
};

/** A line that is wrong for every input explains everything that follows from it. */
function strengthOf({ isUncaught, meaning }: PrintedError): number {
  if (!isUncaught) return meaning?.always ? strength.shown : strength.described;
  return meaning?.always ? strength.proven : strength.likely;
}

function seen(evidence: Evidence, { words, isUncaught, location }: PrintedError): Text {
  // Ctrl-C came later: it ended the program, and the error before it a thread.
  const status = printedError(evidence)?.words.startsWith("KeyboardInterrupt") ? undefined : evidence.exit?.status;
  const how = {
    en: status === undefined ? "stopped serving a client after" : `ended with status ${status} after`,
    id: status === undefined ? "berhenti melayani client setelah" : `berakhir dengan status ${status} setelah`,
  };
  // Status 0 means that the program handled the error, even if only by printing it.
  const unhandled = isUncaught && status !== 0;
  const [which, mana] = unhandled ? [" that nothing handled", " yang tidak ditangani"] : ["", ""];
  const at = location && atLine(location);
  return {
    en: `${subject(evidence).en} ${how.en} an error${which}: ${quotedLine(words)}${at ? ` (${at.en})` : ""}.`,
    id: `${subject(evidence).id} ${how.id} error${mana}: ${quotedLine(words)}${at ? ` (${at.id})` : ""}.`,
  };
}

/** The advice to correct that line, for an error that no client can cause. */
function atThatLine({ words, location }: PrintedError): Text | null {
  if (location === null || mayBeCaused.test(words)) return null;
  const { file, line } = location;
  return {
    en: `Look at line ${line} of ${file}: the error says what does not fit there.`,
    id: `Lihat baris ${line} di ${file}: errornya menyebutkan apa yang tidak cocok di situ.`,
  };
}

const mayBeCaused = /Connection|Broken|OSError|IOException|SocketException|ECONN|EPIPE|Unicode|timed out|panic/i;

/**
 * Whether the error is from the thread of another client: one thread still waits for the client of this test, and
 * another client has gone.
 */
function isOfAnother(evidence: Evidence): boolean {
  const { blocked, exit, failure, conversations } = evidence;
  const isServed = exit === null && blocked.some((place) => place.on === failure.who);
  return isServed && conversations.some(({ peer }) => peer !== failure.who && hasLeft(evidence, peer));
}

/** Failures that a crash can cause. */
const stillNeeded = new Set([
  ...["exited-early", "refused", "not-accepted", "not-taken", "no-connection", "closed-early", "reset-early"],
  ...[
    "no-reply",
    "reply-incomplete",
    "replies-missing",
    "no-message-sent",
    "nothing-passed",
    "no-output",
    "no-file",
    "not-listening",
  ],
  ...["not-listening-again", "wrong-answer"],
]);

/** Failures of a program that should end, but not by a signal from the kernel. */
const endedWrongly = new Set(["no-message", "wrong-status"]);
