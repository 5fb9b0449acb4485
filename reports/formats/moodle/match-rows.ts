import type { KnownStudent } from "../../support/report-format.ts";
import type { Worksheet } from "./read-worksheet.ts";

/**
 * The row of each student in the worksheet, by student id. It matches by Moodle's participant number, then the ID
 * number, the user name, the e-mail address, and the full name if only one row has it.
 */
export function rowsByStudent(sheet: Worksheet, students: Iterable<KnownStudent>): Map<string, number> {
  const { columns } = sheet;
  const byNumber = index(sheet, columns.identifier, (cell) => /\d+$/.exec(cell)?.[0]);
  const byColumn = (column: number | null) => (column === null ? new Map() : index(sheet, column, folded));
  const [byId, byUsername, byEmail, byName] = [columns.idNumber, columns.username, columns.email, columns.name].map(
    byColumn,
  );
  const places = new Map<string, number>();
  for (const { id, platformId, username, email, name, submission } of students) {
    const isMoodles = submission === null || submission.platform === "moodle";
    const place =
      (isMoodles && platformId !== null ? byNumber.get(platformId) : undefined) ??
      byId?.get(folded(id)) ??
      (username === null ? undefined : byUsername?.get(folded(username))) ??
      (email === null ? undefined : byEmail?.get(folded(email))) ??
      // Without a roster a student has the name of the hand-in.
      byName?.get(folded(name ?? id));
    if (place !== undefined) places.set(id, place);
  }
  return withoutRivals(places);
}

/** A row that matches two students is given to neither: a person must decide. */
function withoutRivals(places: ReadonlyMap<string, number>): Map<string, number> {
  const claims = [...places.values()];
  const isSole = (place: number) => claims.indexOf(place) === claims.lastIndexOf(place);
  return new Map([...places].filter(([, place]) => isSole(place)));
}

/** Rows by the value of a column, where only one row has it. */
function index(sheet: Worksheet, column: number, key: (cell: string) => string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const [place, row] of sheet.rows.entries()) {
    const value = key(row[column] ?? "");
    if (value === undefined || value === "") continue;
    if (found.has(value)) ambiguous.add(value);
    found.set(value, place);
  }
  for (const value of ambiguous) found.delete(value);
  return found;
}

function folded(cell: string): string {
  return cell.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
