import { worksheetColumns } from "../../reports/formats/moodle/worksheet-columns.ts";
import type { StudentIdentity } from "../model/class-result.ts";
import { nearest } from "../spec/nearest.ts";
import type { Problem } from "../spec/problem.ts";
import { doubledColumns, problemAt, type Row, readTable, type Table } from "./table.ts";

/**
 * Reads the list of a class: wirecheck's own columns (id, name, email, section, username), or the export of Canvas's
 * gradebook, Moodle's participants or grading worksheet, GitHub Classroom's roster. Nothing else of it is looked at.
 */
export function readRoster(file: string, bytes: Uint8Array): StudentIdentity[] | { problems: Problem[] } {
  const table = readTable(file, bytes);
  if ("problems" in table) return table;
  const columns = worksheetOf(table) ?? columnsOf(table.columns);
  const doubled = doubledColumns(table, Object.values(columns));
  if (doubled.length > 0) return { problems: doubled };
  if (!columns.id && !columns.email && !columns.username && !columns.name) {
    const known = "id, name, email, section, username";
    const meant = table.columns.flatMap((column) => nearest(column, Object.keys(spellings)) ?? [])[0];
    const hint = meant ? `did you mean \`${meant}\`?` : `name the columns: ${known}`;
    return { problems: [problemAt(file, 1, `no column says who the students are: ${hint}`)] };
  }
  const students = table.rows.flatMap((row) => toStudent(row, columns));
  if (students.length === 0)
    return { problems: [problemAt(file, 1, "it lists no student: write a line for each student below the first")] };
  const problems = [...withoutId(file, students), ...duplicates(file, students)];
  return problems.length > 0 ? { problems } : students.map(({ student }) => student);
}

type Columns = { [Field in keyof typeof spellings]?: string };

/** The first line's own words for each field, in small letters; the first that is there counts. */
const spellings = {
  id: ["id", "student id", "student_id", "id number", "nim", "nrp", "npm", "sid", "sis user id", "student number"],
  name: ["name", "full name", "nama", "nama lengkap", "student", "student name"],
  first: ["first name", "nama depan"],
  last: ["surname", "last name", "nama belakang"],
  email: ["email", "email address", "e-mail", "alamat email", "surel"],
  section: ["section", "class", "kelas", "group", "groups", "group_name"],
  group: ["group", "groups", "group_name", "team", "grup", "kelompok", "tim"],
  username: ["username", "user name", "github_username", "github username", "sis login id", "login"],
  sisId: ["sis user id"],
  platformId: ["platform id", "canvas id"],
  participant: ["participant"],
  identifier: ["identifier"],
} satisfies Record<string, readonly string[]>;

/** The columns of Moodle's grading worksheet, in whatever language; null where it is none. */
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
  const byName = new Map(header.map((column) => [column.toLowerCase(), column]));
  const isCanvas = byName.has("sis user id") || byName.has("sis login id");
  const found = Object.entries(spellings).flatMap(([field, names]) => {
    const column = names.map((name) => byName.get(name)).find((name) => name !== undefined);
    return column === undefined ? [] : [[field, column]];
  });
  const columns: Columns = Object.fromEntries(found);
  if (!isCanvas || !byName.has("id")) return columns;
  // In Canvas's gradebook ID is Canvas's own number; a student's is the SIS User ID, where the institution fills it.
  const { id: _, ...others } = columns;
  const sis = byName.get("sis user id");
  return { ...others, platformId: byName.get("id") as string, ...(sis && { id: sis }) };
}

interface Listed {
  line: number;
  student: StudentIdentity;
}

function toStudent(row: Row, columns: Columns): Listed[] {
  const cell = (field: keyof Columns) => row.cells.get(columns[field] ?? "") ?? null;
  const name = cell("name") ?? ([cell("first"), cell("last")].filter(Boolean).join(" ") || null);
  // The lines above Canvas's students tell of the assignments, its last line a made-up student.
  if (name === "Points Possible" || name === "Student, Test") return [];
  if (columns.sisId && name === null && cell("platformId") === null) return [];
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

function withoutId(file: string, students: readonly Listed[]): Problem[] {
  const nameless = students.filter(({ student }) => student.id === "");
  return nameless.map(({ line }) =>
    problemAt(file, line, "it names no student: give the student an id, or take the line away"),
  );
}

/** Whatever tells one student from another may be in the list only once. */
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
