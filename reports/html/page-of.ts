import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { Language } from "../../runner/model/text.ts";
import { reportTexts } from "../../runner/texts/reports.ts";
import { studentLabel } from "../support/words/student-label.ts";
import { noticePage } from "./notice-page.tsx";
import { studentPage } from "./student-page.tsx";

/** The page of one student of a class; without a result it says why. `back` is the address of the class's page. */
export function pageOf(student: ClassStudent, language: Language, back: string | undefined): string {
  const name = studentLabel(student);
  if (student.result) return studentPage({ ...student, result: student.result, name, back }, language);
  const why = student.error?.text ?? reportTexts[student.submission ? "notGraded" : "nothingHandedIn"];
  return noticePage(name, why, language, back);
}
