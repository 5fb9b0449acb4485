import { keptStart } from "../model/kept-bytes.ts";
import { same } from "../texts/failures/phrases.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { subject } from "./support/phrases.ts";
import { splitsElsewhere } from "./support/splits-elsewhere.ts";

/** A question with two numbers is answered by another calculation than the one that it names. */
export const miscalculates: Cause = {
  about: "any",
  name: { en: "Calculates something else", id: "Menghitung hal lain" },
  idea: {
    en: "The word before the numbers says what to do with them: each needs a calculation of its own.",
    id: "Kata di depan bilangan menentukan apa yang dilakukan: setiap kata memerlukan perhitungannya sendiri.",
  },
  look: {
    en: "Follow that word from where the line is taken apart to the calculation: where does the program look at it?",
    id: "Telusuri kata itu dari tempat baris dipisahkan sampai perhitungannya: di mana program memeriksanya?",
  },
  find(evidence) {
    const asked = questionOf(evidence);
    if (asked === null) return splitsElsewhere(evidence);
    const { question, operands, got, due } = asked;
    const way = ways.find(({ gives }) => gives(...operands).some((result) => Number(result) === Number(got)));
    if (way === undefined || (way.isWhole && !/[.,/]/.test(due))) return null;
    // One more or less than is due may be any mistake.
    if (!way.isWhole && Math.abs(Number.parseFloat(due) - Number(got)) <= 1) return null;
    return {
      strength: strength.shown,
      ...way.words,
      saw: {
        en: `${subject(evidence).en} answered “${question}” with ${got}, which is ${way.shows(...operands).en}.`,
        id: `${subject(evidence).id} menjawab “${question}” dengan ${got}, yaitu ${way.shows(...operands).id}.`,
      },
    };
  },
};

/** The question with its two whole numbers, and the number that came instead of the right one. */
function questionOf({ failure }: Evidence) {
  const question = failure.code === "wrong-answer" ? (failure.facts?.question ?? "") : "";
  const numbers = /^\D*?\s(-?\d+)\s+(-?\d+)\s*$/.exec(question);
  const [due, came] = [keptStart(failure.expected).toString(), keptStart(failure.actual).toString()];
  const got = /^\D*?(-?\d+(?:\.\d+)?)\D*$/.exec(came.trim())?.[1];
  if (numbers === null || got === undefined || !/\d/.test(due)) return null;
  return { question, operands: [numbers[1] ?? "", numbers[2] ?? ""] as const, got, due };
}

type Operands = readonly [one: string, other: string];

/** What a wrong calculation gives for two numbers as they were written, and how to say it. */
interface Way {
  gives(...operands: Operands): string[];
  shows(...operands: Operands): { en: string; id: string };
  /** Whether it is wrong only where the right result is a fraction. */
  isWhole?: true;
  words?: Pick<Cause, "name" | "idea" | "look">;
}

const ways: readonly Way[] = [
  {
    gives: (one, other) => [`${one}${other}`],
    shows: (one, other) => ({
      en: `“${one}” and “${other}” one after the other`,
      id: `“${one}” dan “${other}” yang disambung`,
    }),
    words: {
      name: { en: "Joins texts instead of adding", id: "Menyambung teks, bukan menjumlahkan" },
      idea: {
        en: "What comes from a socket is text, and + of two texts joins them: only numbers are added.",
        id: "Yang datang dari socket adalah teks, dan + pada dua teks menyambungnya: hanya bilangan yang dijumlahkan.",
      },
      look: {
        en: "Turn both into numbers before you calculate: int(a) + int(b) in Python, Number(a) + Number(b) in JavaScript.",
        id: "Ubah keduanya menjadi bilangan sebelum menghitung: int(a) + int(b) di Python, Number(a) + Number(b) di JavaScript.",
      },
    },
  },
  {
    gives: (one, other) => [Math.trunc(+one / +other), Math.floor(+one / +other)].map(String),
    shows: (one, other) => ({ en: `${one} / ${other} without its fraction`, id: `${one} / ${other} tanpa pecahannya` }),
    isWhole: true,
    words: {
      name: { en: "The division drops the fraction", id: "Pembagian membuang pecahan" },
      idea: {
        en: "Two whole numbers divided as whole numbers give a whole number: / does so in C, Java, Go and Rust, // in Python.",
        id: "Dua bilangan bulat yang dibagi sebagai bilangan bulat menghasilkan bilangan bulat: begitu / di C, Java, Go, dan Rust, serta // di Python.",
      },
      look: {
        en: "Make one of the two a number with a fraction first: (double) a / b, float64(a) / float64(b); in Python use /.",
        id: "Jadikan salah satunya bilangan pecahan dulu: (double) a / b, float64(a) / float64(b); di Python pakai /.",
      },
    },
  },
  { gives: (one, other) => [`${+one + +other}`], shows: (one, other) => same(`${one} + ${other}`) },
  {
    gives: (one, other) => [+other - +one, +other / +one].map(String),
    shows: (one, other) => ({ en: `${other} before ${one}`, id: `${other} sebelum ${one}` }),
    words: {
      name: { en: "The numbers are exchanged", id: "Kedua bilangan tertukar" },
      idea: {
        en: "In a subtraction and a division the order counts: the first number is the one from which is taken, or which is divided.",
        id: "Pada pengurangan dan pembagian, urutan berpengaruh: bilangan pertama adalah yang dikurangi atau yang dibagi.",
      },
      look: {
        en: "Compare the order in which the numbers are taken from the line with the order in which you calculate.",
        id: "Bandingkan urutan bilangan saat diambil dari baris dengan urutan saat dihitung.",
      },
    },
  },
];
