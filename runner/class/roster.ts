import { worksheetColumns } from "../../reports/formats/moodle/worksheet-columns.ts";
import type { StudentIdentity } from "../model/class-result.ts";
import { nearest } from "../spec/nearest.ts";
import type { Problem } from "../spec/problem.ts";
import { rosterTitles } from "./roster-titles.ts";
import { doubledColumns, problemAt, type Row, readTable, type Table } from "./table.ts";

/**
 * Reads the list of a class: wirecheck's own columns (id, name, email, section, username), or the export of Canvas's
 * gradebook, Moodle's participants or grading worksheet, GitHub Classroom's roster. Other columns are ignored.
 */
export function readRoster(file: string, bytes: Uint8Array): StudentIdentity[] | { problems: Problem[] } {
  const table = readTable(file, bytes);
  if ("problems" in table) return table;
  const columns = worksheetOf(table) ?? columnsOf(table.columns);
  const doubled = doubledColumns(table, Object.values(columns));
  if (doubled.length > 0) return { problems: doubled };
  if (!columns.id && !columns.email && !columns.username && !columns.name) {
    const known = ["id", "name", "email", "section", "username"];
    const meant = table.columns.flatMap((column) => nearest(column, known) ?? [])[0];
    const hint = meant ? `did you mean \`${meant}\`?` : `name the columns: ${known.join(", ")}`;
    return { problems: [problemAt(file, 1, `no column says who the students are: ${hint}`)] };
  }
  const students = table.rows.flatMap((row) => toStudent(row, columns));
  if (students.length === 0)
    return { problems: [problemAt(file, 1, "it lists no student: write a line for each student below the first")] };
  const rounded = roundedNumbers(file, students);
  const problems = rounded.length > 0 ? rounded : [...withoutId(file, students), ...duplicates(file, students)];
  return problems.length > 0 ? { problems } : students.map(({ student }) => student);
}

type Columns = { [Field in keyof typeof rosterTitles]?: string };

/** The columns of Moodle's grading worksheet, in any language; null when the table is not one. */
function worksheetOf({ columns, rows }: Table): Columns | null {
  const cells = rows.map((row) => columns.map((column) => row.cells.get(column) ?? ""));
  const found = worksheetColumns(columns, cells);
  if ("lacking" in found || (found.maximum === null && found.changeable === null)) return null;
  const { identifier: participant, idNumber: id, name, email, username, group } = found;
  const indexes = { participant, id, name, email, username, section: group, group };
  return Object.fromEntries(
    Object.entries(indexes).flatMap(([field, index]) => (index === null ? [] : [[field, columns[index]]])),
  );
}

function columnsOf(header: readonly string[]): Columns {
  const byName = new Map(header.map((column) => [column.toLowerCase().replaceAll("’", "'"), column]));
  const found = Object.entries(rosterTitles).flatMap(([field, names]) => {
    const column = names.map((name) => byName.get(name)).find((name) => name !== undefined);
    return column === undefined ? [] : [[field, column]];
  });
  const columns: Columns = Object.fromEntries(found);
  if (!isCanvas(header)) return columns;
  // In Canvas's gradebook `ID` is Canvas's own number; the student number is the `SIS User ID`, if the institution
  // fills it in.
  const { id: _, ...others } = columns;
  const sis = byName.get("sis user id");
  return { name: header[0] as string, ...others, platformId: "ID", canvas: "ID", ...(sis && { id: sis }) };
}

/** Canvas translates all titles except "ID", and writes its number of an assignment after the title: `Echo (4711)`. */
function isCanvas(header: readonly string[]): boolean {
  const isSis = header.some((column) => /^sis (?:user|login) id$/i.test(column)) && header.includes("ID");
  return isSis || (header[1] === "ID" && header.slice(2).some((column) => /\(\d+\)$/.test(column)));
}

interface Listed {
  line: number;
  student: StudentIdentity;
}

function toStudent(row: Row, columns: Columns): Listed[] {
  const cell = (field: keyof Columns) => row.cells.get(columns[field] ?? "") ?? null;
  const name = cell("name") ?? ([cell("first"), cell("last")].filter(Boolean).join(" ") || null);
  // The lines above Canvas's students tell of the assignments and have no number; the last is a made-up student's.
  if (columns.canvas && (cell("canvas") === null || name === "Student, Test")) return [];
  if (staff.test(cell("role") ?? "")) return [];
  const identifier = cell("identifier");
  const participant = cell("participant")?.match(/\d+$/)?.[0] ?? identifier?.match(/^Participant (\d+)$/)?.[1];
  const given = cell("id") ?? (participant ? null : identifier);
  const id = given ?? cell("username") ?? cell("email") ?? participant ?? cell("platformId") ?? name ?? "";
  const student = {
    id,
    name,
    email: cell("email"),
    section: cell("section"),
    username: cell("username"),
    sisId: cell("sisId"),
    platformId: cell("platformId") ?? participant ?? null,
    ...(cell("group") !== null && { group: cell("group") as string }),
  };
  return [{ line: row.line, student }];
}

/** Roles in Gradescope's and Moodle's lists that are not students. */
const staff = /^(?:instructor|ta|reader|teacher|non-editing teacher|teaching assistant)$/i;

/** A spreadsheet rounds long numbers to `5.03E+09`: two students may then have the same one, and no hand-in matches a student. */
function roundedNumbers(file: string, students: readonly Listed[]): Problem[] {
  const spoilt = students.filter(({ student: { id } }) => /^\d+(?:[.,]\d+)?e\+\d+$/i.test(id));
  return spoilt.map(({ line, student: { id } }) =>
    problemAt(
      file,
      line,
      `\`${id}\` is what a spreadsheet made of a long number: give the column the format “Text” and export the list again`,
    ),
  );
}

function withoutId(file: string, students: readonly Listed[]): Problem[] {
  const nameless = students.filter(({ student }) => student.id === "");
  return nameless.map(({ line }) =>
    problemAt(file, line, "it names no student: give the student an id, or take the line away"),
  );
}

/** Ids, addresses and platform numbers must be unique. */
function duplicates(file: string, students: readonly Listed[]): Problem[] {
  return (["id", "email", "platformId"] as const).flatMap((field) => {
    const lines = new Map<string, number>();
    return students.flatMap(({ line, student }) => {
      const value = student[field]?.toLowerCase();
      if (!value) return [];
      const before = lines.get(value);
      lines.set(value, before ?? line);
      const words = `the ${fieldNames[field]} ${student[field]} is also that of line ${before}: each student is listed once`;
      return before === undefined ? [] : [problemAt(file, line, words)];
    });
  });
}

const fieldNames = { id: "id", email: "e-mail address", platformId: "platform's number" };
