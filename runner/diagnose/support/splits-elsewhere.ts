import { keptStart } from "../../model/kept-bytes.ts";
import { type Diagnoser, type Evidence, strength } from "../evidence.ts";
import { atLine, innerSubject, quoted } from "./phrases.ts";
import { locationInSource, sourcesOf, standsInSource } from "./sources.ts";

/** A question is refused, or not understood, by a program that takes lines apart at a character which this one does not have. */
export const splitsElsewhere: Diagnoser = (evidence) => {
  const { failure } = evidence;
  const question = failure.code === "wrong-answer" ? (failure.facts?.question ?? "") : "";
  const place = locationInSource(evidence, atAMark);
  const [, name = "", , mark = ""] = atAMark.exec(place?.text ?? "") ?? [];
  if (!/\S\s+\S/.test(question) || place === null || question.includes(mark)) return null;
  // A program that takes things apart in several places may do something else here.
  const calls = sourcesOf(evidence).flatMap(({ text }) => text.match(/\bsplit\w*\s*\(/gi) ?? []);
  if (calls.length !== 1 || standsInSource(evidence, otherwise) || /^ERR/i.test(keptStart(failure.expected).toString()))
    return null;
  const [came, at] = [quoted(keptStart(failure.actual)), atLine(place)];
  if (!isOfTheMessage(name, evidence)) return null;
  return {
    strength: strength.shown,
    location: place,
    name: { en: "Splits at another character", id: "Memisahkan pada karakter lain" },
    idea: {
      en: `split("${mark}") looks for ${mark}. Where there is none the whole line stays one part.`,
      id: `split("${mark}") mencari ${mark}. Kalau tidak ada, seluruh baris tetap menjadi satu bagian.`,
    },
    look: {
      en: 'Take the line apart as the lab writes it: split() in Python, split(/\\s+/) in JavaScript, split(" ") in Java.',
      id: 'Pisahkan baris seperti yang ditulis lab: split() di Python, split(/\\s+/) di JavaScript, split(" ") di Java.',
    },
    saw: {
      en: `“${question}” has no “${mark}”, at which ${innerSubject(evidence).en} takes it apart (${at.en}); the answer was ${came.en}.`,
      id: `“${question}” tidak memuat “${mark}”, padahal di situ ${innerSubject(evidence).id} memisahkannya (${at.id}); jawabannya ${came.id}.`,
    },
  };
};

/** Whether the variable gets what was received: it is a function's, or is read or made from something, and is no text of the source. */
function isOfTheMessage(name: string, evidence: Evidence): boolean {
  const read = `\\b${name}\\s*=(?!=).*(?:recv|[rR]ead|next|decode|toString|String\\(|trim|strip|data|line|msg|message)`;
  const isHanded = `(?:\\bdef\\b|\\bfunction\\b|\\bfor\\b)[^=]*\\b${name}\\b|\\bString\\s+${name}\\s*[,)]|\\b${name}\\s*\\)?\\s*=>`;
  return (
    standsInSource(evidence, new RegExp(`${read}|${isHanded}`)) &&
    !standsInSource(evidence, new RegExp(`\\b${name}\\s*=(?!=)\\s*["'\`]|\\b${name}\\s*=.*(?:argv|env|open\\()`))
  );
}

const atAMark = /\b(\w+)(?:\.\w+\([^()]*\))*\.split\(\s*b?(["'])([,;:|/\-+*=]{1,2})\2/;
const otherwise = /Fields\(|\bscanf|\bshlex|StringTokenizer|\bpartition\(|match\(|findall\(|Scanner|replace/;
