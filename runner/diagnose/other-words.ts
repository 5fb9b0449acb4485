import { keptStart } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { isExpected, receivedInstead } from "./support/expected-bytes.ts";
import { quoted, subject } from "./support/phrases.ts";

/** An answer in words that are similar to the required ones. */
export const otherWords: Cause = {
  about: ["reply", "greeting"],
  name: { en: "Not the agreed words", id: "Bukan kata-kata yang disepakati" },
  idea: {
    en: "A program reads every byte: a missing dot, another capital letter or a space more is another message to it.",
    id: "Program membaca setiap byte: titik yang kurang, huruf besar yang berbeda, atau spasi tambahan membuatnya menjadi pesan lain.",
  },
  look: {
    en: "Compare the two letter by letter, to their very ends, and copy the words from the handout.",
    id: "Bandingkan keduanya huruf demi huruf sampai akhir, lalu salin kata-katanya dari modul praktikum.",
  },
  find(evidence) {
    const { failure, conversations } = evidence;
    if (failure.code === "no-match") return countsFromZero(evidence);
    const { code, expected, actual, who } = failure;
    // A sentence is not sent in parts: one that lacks its last signs, and is not followed by anything, was written so.
    const missing = (expected?.length ?? 0) - (actual?.length ?? 0);
    const isStuck = code === "reply-incomplete" && failure.facts?.gaveUp === "stuck" && missing <= lastSigns;
    if (!(isStuck || ["reply-differs", "closed-early"].includes(code)) || !expected || !actual) return null;
    const [due, came] = [keptStart(expected), keptStart(actual)];
    if (due.length !== expected.length || came.length !== actual.length || !areAlike(`${due}`, `${came}`)) return null;
    // The answer passes on what a client sent, so the difference is not in the program's wording.
    const isPassedOn = conversations.some(({ sent }) =>
      sent.some((bytes) => isPartOf(bytes, due) || isPartOf(bytes, came)),
    );
    if (isPassedOn) return null;
    return {
      strength: strength.likely,
      saw: {
        en: `${who} should have got ${quoted(due).en} and got ${quoted(came).en}.`,
        id: `${who} seharusnya menerima ${quoted(due).id}, tetapi menerima ${quoted(came).id}.`,
      },
    };
  },
};

/** More than these may have been cut off by a length. */
const lastSigns = 2;

/** A message with a number that is one too small, and right otherwise. */
function countsFromZero(evidence: Evidence): Finding | null {
  const came = receivedInstead(evidence);
  if (came === null || isExpected(evidence, came)) return null;
  const [first] = /\d+/.exec(came.toString("latin1")) ?? [];
  const counted =
    first === undefined ? null : Buffer.from(came.toString("latin1").replace(first, `${+first + 1}`), "latin1");
  if (counted === null || !isExpected(evidence, counted)) return null;
  return {
    strength: strength.shown,
    name: { en: "Counts from 0", id: "Menghitung dari 0" },
    idea: {
      en: "Loops count from 0, people from 1: range(10) gives 0 to 9.",
      id: "Perulangan menghitung dari 0, orang dari 1: range(10) menghasilkan 0 sampai 9.",
    },
    look: {
      en: "Begin with 1: range(1, 11) in Python, for (i = 1; i <= 10; i++) elsewhere; or write i + 1 into the message.",
      id: "Mulailah dari 1: range(1, 11) di Python, for (i = 1; i <= 10; i++) di bahasa lain; atau tulis i + 1 di pesannya.",
    },
    saw: {
      en: `${subject(evidence).en} sent ${quoted(came).en}: with ${+(first ?? 0) + 1} instead of ${first} it is as it should be.`,
      id: `${subject(evidence).id} mengirim ${quoted(came).id}: dengan ${+(first ?? 0) + 1} sebagai ganti ${first}, pesannya tepat.`,
    },
  };
}

function isPartOf(sent: Buffer, words: Buffer): boolean {
  const text = sent.toString().trim();
  return text.length > 1 && words.toString().includes(text);
}

/** Whether both have mostly the same letters; numbers and bytes do not count as words. */
function areAlike(due: string, came: string): boolean {
  if (![due, came].every((text) => /^[\p{L}\p{P}\p{Zs}]+\r?\n?$/u.test(text) && /\p{L}{3}/u.test(text))) return false;
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, "");
  const [one, other] = [letters(due), letters(came)];
  return one === other || one.startsWith(other) || other.startsWith(one);
}
