/** The results of one part of the benchmark. */
export interface Part {
  title: string;
  /** The columns' headings; the first column names the rows. */
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  notes: readonly string[];
}

/** Prints a part as a table on standard output; null shows as a dash. */
export function printPart({ title, columns, rows, notes }: Part): void {
  const cells = [columns, ...rows].map((row) => row.map((cell) => (cell === null ? "–" : `${cell}`)));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
  console.log(["", title, ...lines, ...notes.map((note) => `  ${note}`)].join("\n"));
}

/** Milliseconds as seconds with two digits. */
export function seconds(ms: number): number {
  return Math.round(ms / 10) / 100;
}

/** How many times as long one thing takes as another, with one digit. */
export function ratio(oneMs: number, otherMs: number): number {
  return Math.round((oneMs / otherMs) * 10) / 10;
}
