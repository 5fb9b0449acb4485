import { keptStart } from "../model/kept-bytes.ts";
import { type Cause, strength } from "./evidence.ts";
import { atLine, subject } from "./support/phrases.ts";
import { locationInSource, standsInSource } from "./support/sources.ts";

/** The port of a service is looked up by its name alone, although a protocol was named. */
export const forgetsProtocol: Cause = {
  about: "any",
  name: { en: "Does not look at the protocol", id: "Tidak memperhatikan protokol" },
  idea: {
    en: "TCP and UDP count their ports apart: one service may have another port over each. Without a protocol any of them is found.",
    id: "TCP dan UDP menghitung portnya masing-masing: satu layanan bisa punya port berbeda di keduanya. Tanpa protokol, yang mana pun bisa ditemukan.",
  },
  look: {
    en: "Pass the second word on: getservbyname(name, protocol), with tcp where none was named.",
    id: "Teruskan kata keduanya: getservbyname(nama, protokol), dengan tcp kalau tidak disebut.",
  },
  find(evidence) {
    const { failure } = evidence;
    if (failure.code !== "wrong-answer" || !/\b(?:udp|tcp)\s*$/i.test(failure.facts?.question ?? "")) return null;
    const place = locationInSource(evidence, alone);
    if (place === null || standsInSource(evidence, withProtocol)) return null;
    const [question, got, at] = [failure.facts?.question, keptStart(failure.actual).toString().trim(), atLine(place)];
    return {
      strength: strength.seen,
      location: place,
      saw: {
        en: `${subject(evidence).en}, asked “${question}”, said ${got === "" ? "nothing" : got}, and looks up the name without its protocol (${at.en}).`,
        id: `${subject(evidence).id}, ditanya “${question}”, menjawab ${got === "" ? "tidak apa-apa" : got}, dan mencari nama itu tanpa protokolnya (${at.id}).`,
      },
    };
  },
};

/** getservbyname() with one argument, which may have brackets of its own. */
const alone = /\bgetservbyname\s*\(\s*(?:[^(),]|\([^()]*\))+\)/;
const withProtocol = /\bgetservbyname\s*\((?:[^(),]|\([^()]*\))+,/;
