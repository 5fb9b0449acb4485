import { Temporal } from "temporal-polyfill";

/** Whether a word names a time zone of the IANA database: Asia/Jakarta. */
export function isTimeZone(word: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: word });
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment that a date and a time name: `2025-11-21 23:59` in a time zone, or with its own offset
 * (`2025-11-21T23:59+07:00`); hours and minutes with a dot between them, too. Null where there is no such moment: the 30th of February, an hour that summer time leaves
 * out. 24:00 is the end of a day.
 *
 * @param zone IANA time zone; null when only a time with its own offset is accepted
 * @param which which moment to take in an hour that comes twice. @default the later one, which favours students in a
 * deadline
 */
export function instantOf(written: string, zone: string | null, which: "earlier" | "later" = "later"): Date | null {
  const match = written
    .trim()
    .match(/^(\d{4}-\d\d-\d\d)[T ](\d{1,2}[:.]\d\d)(:\d\d)?(?:\.\d+)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/);
  const [, day = "", short = "", seconds = ":00", zoneOrOffset] = match ?? [];
  if (!match || (!zoneOrOffset && zone === null)) return null;
  const minutes = short.replace(".", ":").padStart(5, "0");
  const offset = zoneOrOffset === "UTC" ? "Z" : zoneOrOffset;
  try {
    const time = wallClock(day, minutes, seconds);
    if (offset) return new Date(Temporal.Instant.from(`${time}${offset}`).epochMilliseconds);
    // Where there is no such time, either finds another time of day.
    const found = time.toZonedDateTime(zone ?? "UTC", { disambiguation: which });
    return found.toPlainDateTime().equals(time) ? new Date(found.epochMilliseconds) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the clocks of a time zone show at a moment: `2025-11-21T23:59:00+07:00`; in UTC when the zone is null. */
export function clockTime(moment: Date, zone: string | null): string {
  if (zone === null) return moment.toISOString();
  return zoned(moment, zone).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/**
 * The moment `days` days later, when clocks show the same time of day; a fraction of a day is that part of 24 hours.
 *
 * @param zone time zone of the clocks; null for UTC, where every day has 24 hours
 */
export function daysAfter(moment: Date, days: number, zone: string | null): Date {
  const whole = Math.floor(days);
  const end = zoned(moment, zone).add({ days: whole });
  return new Date(end.epochMilliseconds + Math.round((days - whole) * dayMs));
}

/** Days between two moments by the clocks of a zone: a day of 23 hours counts as one day. */
export function daysBetween(from: Date, to: Date, zone: string | null): { days: number; restMs: number } {
  const [first, last] = [zoned(from, zone), zoned(to, zone)];
  const { days } = first.until(last, { largestUnit: "day" });
  return { days, restMs: last.epochMilliseconds - first.add({ days }).epochMilliseconds };
}

function zoned(moment: Date, zone: string | null): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone ?? "UTC");
}

const dayMs = 24 * 60 * 60_000;

function wallClock(day: string, minutes: string, seconds: string): Temporal.PlainDateTime {
  if (minutes !== "24:00" || seconds !== ":00") return Temporal.PlainDateTime.from(`${day}T${minutes}${seconds}`);
  return Temporal.PlainDateTime.from(`${day}T00:00`).add({ days: 1 });
}
