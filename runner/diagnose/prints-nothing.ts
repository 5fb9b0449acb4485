import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { isUtf8 } from "./support/decoding.ts";
import { innerSubject, quoted, quotedLine } from "./support/phrases.ts";
import { printedIn, promptOf } from "./support/prompt.ts";
import { readsAPart } from "./support/reads-a-part.ts";
import { takesNothing, untaken } from "./support/takes-nothing.ts";

/** The program does not print what it received. */
export const printsNothing: Cause = {
  about: "any",
  name: { en: "Prints nothing of it", id: "Tidak mencetak apa pun" },
  idea: {
    en: "What a program receives stays within it until it prints it: the person at the screen sees nothing of it.",
    id: "Data yang diterima tetap berada di dalam program sampai dicetak: orang di depan layar tidak melihat apa-apa.",
  },
  look: {
    en: "Print what recv returned, right where it was received. If that line is there: is it reached, and does what it prints end with a newline?",
    id: "Cetak hasil recv tepat di tempat data itu diterima. Kalau baris itu sudah ada: apakah tercapai, dan apakah yang dicetak diakhiri baris baru?",
  },
  find(evidence) {
    const { failure, transcript, conversations } = evidence;
    const came = transcript.findIndex(
      ({ kind, who }) => kind === "sent" && conversations.some(({ peer }) => peer === who),
    );
    if (failure.code !== "no-output" || came < 0) return null;
    const besides = printedBesides(evidence, came) ?? emptyLines(evidence, came);
    if (besides === null) return printsOthers(evidence, came);
    // A program that gave up before has nothing to print.
    if (transcript.slice(0, came).some(({ kind }) => ["exited", "ended", "reset"].includes(kind))) return null;
    const last = transcript.findLast(
      ({ kind, who }) => kind === "sent" && conversations.some(({ peer }) => peer === who),
    );
    const sender = conversations.find(({ peer }) => peer === last?.who);
    const shown = quoted(joined(sender?.sent ?? []));
    return {
      strength: strength.described,
      ...(takesNothing(evidence) ? untaken : !isUtf8(joined(sender?.sent ?? [])) && { look: takenFromIt }),
      saw: {
        en: `${sender?.peer} sent ${shown.en}, and ${innerSubject(evidence).en} printed nothing after that${besides.en}.`,
        id: `${sender?.peer} mengirim ${shown.id}, dan sesudah itu ${innerSubject(evidence).id} tidak mencetak apa pun${besides.id}.`,
      },
    };
  },
};

/** It printed lines after the message, and in none of them is anything of it. */
function printsOthers(evidence: Evidence, came: number): Finding | null {
  const { transcript, conversations } = evidence;
  const after = transcript.slice(came);
  if (after.some(({ kind }) => kind === "stderr") || conversations.length !== 1) return null;
  const [conversation] = conversations;
  const message = joined(conversation?.sent ?? []);
  const part = evidence.transport === "udp" ? readsAPart(message, evidence) : null;
  const lines = printedIn(after).replaceAll(promptOf(evidence), "").trim().split("\n");
  const line = part ? lines.find((each) => each.includes(message.subarray(0, recognised).toString())) : lines[0];
  const isOther =
    lines.every(inLetters) &&
    isUtf8(message) &&
    message.length > recognised &&
    !lines.some((each) => hasPartOf(message.toString(), each));
  if (!line || (part === null && (!isOther || lines.length > mostLines))) return null;
  const shown = quoted(message);
  return {
    strength: part ? strength.shown : strength.described,
    ...(part ?? { name: { en: "Prints something else", id: "Mencetak hal lain" }, look: whatCame }),
    saw: {
      en: `${conversation?.peer} sent ${shown.en}, and ${innerSubject(evidence).en} printed ${quotedLine(line)}.`,
      id: `${conversation?.peer} mengirim ${shown.id}, tetapi ${innerSubject(evidence).id} mencetak ${quotedLine(line)}.`,
    },
  };
}

/** Whether a line has words: numbers, also hexadecimal ones, may be the message in another form. */
function inLetters(line: string): boolean {
  return /\p{L}{3}/u.test(line.replace(/\b(?:0x)?[\da-f]{2,}\b/gi, ""));
}

/** More lines are a log, in which something may be told in another form. */
const mostLines = 3;

/** Whether a line has any few letters of the message in a row, or ends with its first ones behind a label. */
function hasPartOf(message: string, line: string): boolean {
  const text = message.trim();
  const last = /(?:^|[\s:"'([])([^\s:"'([]+)$/.exec(line.trim())?.[1] ?? "";
  if (last !== "" && text.startsWith(last)) return true;
  return Array.from({ length: Math.max(1, text.length - recognised + 1) }, (_, at) =>
    text.slice(at, at + recognised),
  ).some((piece) => line.includes(piece));
}

const whatCame: Text = {
  en: "Look at what the line that prints is given: it should be what recv returned (in Python: data.decode()), not an address, a number or a text of your own alone.",
  id: "Periksa apa yang dicetak di baris itu: seharusnya hasil recv (di Python: data.decode()), bukan hanya alamat, bilangan, atau teks Anda sendiri.",
};

/** The advice where what came is no text to print as it is. */
const takenFromIt: Text = {
  en: "Is the line that prints reached, and is there something in what it prints? Print what you take out of the message step by step: its length, each number, each part.",
  id: "Apakah baris yang mencetak itu tercapai, dan apakah ada isi yang dicetaknya? Cetak yang Anda ambil dari pesan itu langkah demi langkah: panjangnya, setiap angka, setiap bagian.",
};

/**
 * What it printed after this event that has nothing to do with it: its prompt once more, or a farewell once it was told
 * to end; null if there is anything else.
 */
function printedBesides(evidence: Evidence, came: number): Text | null {
  const { transcript, conversations } = evidence;
  const after = transcript.slice(came);
  const ended = after.findIndex(({ kind }) => kind === "signal");
  const [meanwhile, farewell] = ended < 0 ? [after, []] : [after.slice(0, ended), after.slice(ended)];
  if (after.some(({ kind }) => kind === "stderr")) return null;
  const [shown, said, prompt] = [printedIn(meanwhile), printedIn(farewell).trim(), promptOf(evidence)];
  const hasShown = meanwhile.some(({ kind }) => kind === "stdout");
  if (hasShown && (shown === "" || prompt === "" || shown.replaceAll(prompt, "") !== "")) return null;
  const sent = conversations.flatMap(({ sent }) => sent.map((piece) => piece.toString().trim()));
  const isOfIt = sent.some(
    (text) => said.includes(text.slice(0, recognised)) || said.includes(text.slice(-recognised)),
  );
  if (said !== "" && (isOfIt || !inWords.test(said))) return null;
  if (said !== "") return { en: ` but ${quotedLine(said)} at its end`, id: ` selain ${quotedLine(said)} di akhirnya` };
  return !hasShown ? { en: "", id: "" } : { en: " but its prompt", id: " selain prompt-nya" };
}

/** Whether it printed lines after this event, and nothing in them. */
function emptyLines({ transcript }: Evidence, came: number): Text | null {
  const after = transcript.slice(came);
  const printed = printedIn(after);
  if (after.some(({ kind }) => kind === "stderr") || !/^\s*\n\s*$/.test(printed)) return null;
  return { en: " but an empty line", id: " selain baris kosong" };
}

/** The beginning or end of a message by which a line that shows it is recognised. */
const recognised = 4;

/** One line of plain words: numbers and signs may be a message in another form. */
const inWords = /^[\p{L} .,:!?-]+$/u;
