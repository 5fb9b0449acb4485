import { classPageTexts } from "../../../runner/texts/class-page.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { Say } from "../../html/say.tsx";
import { studentLabel } from "../../support/words/student-label.ts";
import type { DeskRow } from "./contract.ts";

/** The student's name, and that there is no result. */
export function StudentHeader({ row }: { row: DeskRow }) {
  const words = { waiting: classPageTexts.waiting, error: reportTexts.notGraded, missing: reportTexts.missing };
  return (
    <header class="score">
      <h1>{printable(studentLabel(row))}</h1>
      {row.state in words && (
        <p class="points">
          <Say text={words[row.state as keyof typeof words]} />
        </p>
      )}
    </header>
  );
}
