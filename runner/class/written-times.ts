import { instantOf } from "../score/local-time.ts";
import { moodleTime } from "./moodle-time.ts";
import { twoDigits } from "./two-digits.ts";

/** Why something names no moment: it is none, it lacks its time zone, or nobody can say which number is the day. */
export type NoMoment = "none" | "no-zone" | "day-or-month";

/**
 * When hand-ins came, by the cells of one column: as late.yaml writes them, as Moodle does, and as a spreadsheet makes them
 * when it saves a CSV (`21/11/2025 23:59`, `11/21/2025 11:59 PM`, `21.11.2025 23.59`). Which number is the day is what
 * the whole column tells, for a spreadsheet writes all of it in one way. Of an hour that comes twice the first is meant:
 * nobody is late by a doubt.
 *
 * @param zone of the times that say none of their own; null where only a time with its own offset will do
 */
export function writtenTimes(cells: readonly string[], zone: string | null): (Date | NoMoment)[] {
  const order = orderOf(cells);
  return cells.map((cell) => {
    const iso = isoOf(cell, order);
    if (iso === null) return "day-or-month";
    return instantOf(iso, zone, "earlier") ?? (zone === null && instantOf(iso, "UTC") ? "no-zone" : "none");
  });
}

type Order = "day" | "month" | null;

/** `21/11/2025 23:59`, with whatever signs; the seconds and half of the day as they are. */
const saved = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}),? +(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?$/i;

/** Which number comes first; null where no cell tells, or two contradict each other. Dots stand behind the day. */
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

/** The same as late.yaml writes it; as it is where it has another form, null where the order of day and month is open. */
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

/** A spreadsheet's own number of a moment, in days since its year 1900, and the seconds that computers count since 1970. */
function numbered(cell: string): string | null {
  if (/^1\d{9}$/.test(cell)) return new Date(Number(cell) * 1_000).toISOString();
  if (!/^[3-6]\d{4}(?:[.,]\d+)?$/.test(cell)) return null;
  const seconds = Math.round((Number(cell.replace(",", ".")) - daysUntil1970) * 24 * 60 * 60);
  return new Date(seconds * 1_000).toISOString().slice(0, 19);
}

const daysUntil1970 = 25_569;
