/**
 * Indexes of the columns of Moodle's worksheet; null for a missing column: an assignment may be anonymous or without
 * feedback.
 */
export interface WorksheetColumns extends Record<OptionalColumn, number | null> {
  identifier: number;
  grade: number;
}

type OptionalColumn =
  | "name"
  | "idNumber"
  | "username"
  | "email"
  | "group"
  | "maximum"
  | "changeable"
  | "submitted"
  | "feedback";

/**
 * Finds the columns of Moodle's grading worksheet: by their titles in English and Indonesian, otherwise by their order,
 * which is the same in every language, and by their content.
 *
 * The order is that of Moodle's `mod/assign/gradingtable.php`: identifier, name and other facts of the user, status,
 * team, marker, grade, maximum, workflow state, whether it can be changed, times of submission and of grading,
 * feedback.
 */
export function worksheetColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): WorksheetColumns | { lacking: "identifier" | "grade" } {
  const titled = (name: keyof typeof titles) => indexOf(header, (cell) => titles[name].test(cell.trim()));
  const column = (index: number) => rows.map((row) => (row[index] ?? "").trim());
  const every = (index: number, holds: (cell: string) => boolean) => rows.length > 0 && column(index).every(holds);

  const identifier = titled("identifier") ?? (isIdentifier(column(0)) ? 0 : null);
  if (identifier === null) return { lacking: "identifier" };
  const maximum =
    titled("maximum") ?? indexOf(header, (_, index) => index > 1 && isMaximum(column(index), column(index - 1)));
  const grade = titled("grade") ?? (maximum === null ? null : maximum - 1);
  if (grade === null) return { lacking: "grade" };

  const after = Math.max(grade, maximum ?? 0);
  const isTime = (index: number) =>
    every(index, (cell) => cell === "" || cell === "-" || /(?<!\d)\d{4}(?!\d)/.test(cell));
  const times = header.flatMap((_, index) => (index > after && isTime(index) ? [index] : []));
  const submitted = titled("submitted") ?? times[0] ?? null;
  const changeable = titled("changeable") ?? (submitted !== null && submitted - 1 > after ? submitted - 1 : null);
  const graded = times.find((index) => submitted !== null && index > submitted) ?? null;
  const last = graded !== null && graded + 1 < header.length ? graded + 1 : null;
  const facts = header.flatMap((_, index) => (index > identifier && index < grade ? [index] : []));
  const fact = (holds: (cell: string) => boolean) =>
    facts.find((index) => every(index, (cell) => cell === "" || holds(cell)) && column(index).some(Boolean)) ?? null;
  return {
    ...{ identifier, grade, maximum, changeable, submitted },
    name: titled("name") ?? facts[0] ?? null,
    email: titled("email") ?? fact((cell) => /^\S+@\S+$/.test(cell)),
    idNumber: titled("idNumber") ?? fact((cell) => /^[\p{L}./-]*\d[\p{L}\d./-]*$/u.test(cell)),
    username: titled("username"),
    group: titled("group"),
    feedback: titled("feedback") ?? last,
  };
}

const titles: Record<OptionalColumn | "identifier" | "grade", RegExp> = {
  identifier: /^(identifier|pengenal|pengidentifikasi)$/i,
  grade: /^(grade|nilai)$/i,
  name: /^(full ?name|nama lengkap)$/i,
  idNumber: /^(id ?number|nomor id|nomor identitas)$/i,
  username: /^(username|nama pengguna)$/i,
  email: /^(e-?mail address|e-?mail|alamat e-?mail|alamat surel)$/i,
  group: /^(group|grup|kelompok|team)$/i,
  maximum: /^(maximum grade|nilai maksimum|nilai maksimal)$/i,
  changeable: /^(grade can be changed|nilai (dapat|bisa) diubah)$/i,
  submitted: /^(last modified \(submission\)|terakhir diubah \((ajuan|pengajuan|penyerahan)\))$/i,
  feedback: /^(feedback comments|komentar umpan balik)$/i,
};

/** In every row the same word, in any language, and a different number. */
function isIdentifier(cells: readonly string[]): boolean {
  const parts = cells.map((cell) => /^(\D*\p{L}\D*?)\s*(\d+)$/u.exec(cell));
  const [first] = parts;
  const numbers = new Set(parts.map((part) => part?.[2]));
  return first != null && parts.every((part) => part?.[1] === first[1]) && numbers.size === cells.length;
}

/** In every row the same number, with decimals, and in the column before a grade or nothing. */
function isMaximum(cells: readonly string[], before: readonly string[]): boolean {
  const [first = ""] = cells;
  const isNumber = /^\d+(?:[.,]\d+)?$/.test(first) && Number(first.replace(",", ".")) > 0;
  return isNumber && cells.every((cell) => cell === first) && before.every((cell) => /^(-|\d+([.,]\d+)?)?$/.test(cell));
}

function indexOf(header: readonly string[], holds: (cell: string, index: number) => boolean): number | null {
  const index = header.findIndex(holds);
  return index === -1 ? null : index;
}
