import { instantOf } from "../score/local-time.ts";
import { moodleTime } from "./moodle-time.ts";
import { twoDigits } from "./two-digits.ts";

/** Why text is not a time: it is something else, it has no time zone, or it is unclear which number is the day. */
export type NotATime = "other" | "no-zone" | "day-or-month";

/**
 * When hand-ins came, by the cells of one column: in the forms of late.yaml, of Moodle, and of spreadsheets that save a CSV
 * (`21/11/2025 23:59`, `11/21/2025 11:59 PM`, `21.11.2025 23.59`). A spreadsheet writes the whole column in one way, so the column shows
 * which number is the day. Of an hour that occurs twice when clocks change, the first is meant, in favour of the student.
 *
 * @param zone of times without an offset; null if every time must have its own
 */
export function writtenTimes(cells: readonly string[], zone: string | null): (Date | NotATime)[] {
  const order = orderOf(cells);
  return cells.map((cell) => {
    const iso = isoOf(cell, order);
    if (iso === null) return "day-or-month";
    return instantOf(iso, zone, "earlier") ?? (zone === null && instantOf(iso, "UTC") ? "no-zone" : "other");
  });
}

type Order = "day" | "month" | null;

/** `21/11/2025 23:59`, with `/`, `.` or `-` between the numbers, with or without seconds and `PM`. */
const saved = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}),? +(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?$/i;

/** Which number comes first; null if no cell shows it, or if two contradict each other. With dots, the day comes first. */
function orderOf(cells: readonly string[]): Order {
  const found = cells.flatMap((cell) => {
    const [, first, sign, second] = saved.exec(cell.trim()) ?? [];
    if (sign === ".") return "day" as const;
    if (Number(first) > 12) return "day" as const;
    return Number(second) > 12 ? ("month" as const) : [];
  });
  const [order = null] = found;
  return found.every((other) => other === order) ? order : null;
}

/** The time in the form of late.yaml; unchanged if it has another form; null if the order of day and month is unknown. */
function isoOf(cell: string, order: Order): string | null {
  const yearFirst = /^(\d{4})\/(\d\d)\/(\d\d) /.exec(cell);
  if (yearFirst) return cell.replaceAll("/", "-");
  const [whole, first = "", , second = "", year, hours = "", minutes, seconds, half] = saved.exec(cell.trim()) ?? [];
  if (whole === undefined) return numbered(cell.trim()) ?? (/\p{L}{2}/u.test(cell) ? moodleTime(cell) : null) ?? cell;
  if (order === null && first !== second) return null;
  const [day, month] = order === "month" ? [second, first] : [first, second];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${year}-${twoDigits(month)}-${twoDigits(day)} ${twoDigits(hour)}:${minutes}${seconds === undefined ? "" : `:${seconds}`}`;
}

/** A time as a number: of a spreadsheet, in days since 1900, or of a computer, in seconds since 1970. */
function numbered(cell: string): string | null {
  if (/^1\d{9}$/.test(cell)) return new Date(Number(cell) * 1_000).toISOString();
  if (!/^[3-6]\d{4}(?:[.,]\d+)?$/.test(cell)) return null;
  const seconds = Math.round((Number(cell.replace(",", ".")) - daysUntil1970) * 24 * 60 * 60);
  return new Date(seconds * 1_000).toISOString().slice(0, 19);
}

const daysUntil1970 = 25_569;
