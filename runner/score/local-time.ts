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
 * The moment that a day and a time of day name: `2025-11-21 23:59`, in a time zone, or with an offset of their own
 * (`2025-11-21T23:59+07:00`). Null where there is no such moment: the 30th of February, an hour that summer time leaves
 * out. Of an hour that comes twice the later one is meant, which is kinder.
 *
 * @param zone IANA time zone; null where only a time with its own offset will do
 */
export function instantOf(written: string, zone: string | null): Date | null {
  const match = written.trim().match(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)? ?(Z|[+-]\d\d:\d\d)?$/);
  if (!match) return null;
  const [, day, minutes, seconds = ":00", offset] = match;
  const wall = new Date(`${day}T${minutes}${seconds}Z`);
  if (Number.isNaN(wall.getTime()) || !wall.toISOString().startsWith(`${day}T${minutes}`)) return null;
  if (!offset) return zone === null ? null : instantInZone(wall, zone);
  const instant = new Date(`${day}T${minutes}${seconds}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Zones shift by a day at most: of the moments that a day around shows, one may read like this on that zone's clocks. */
function instantInZone(wall: Date, zone: string): Date | null {
  const dayMs = 24 * 60 * 60_000;
  const offsets = [-dayMs, dayMs].map((shift) => offsetAt(new Date(wall.getTime() + shift), zone));
  const candidates = offsets.map((offsetMs) => wall.getTime() - offsetMs);
  const fitting = candidates.filter((time) => time + offsetAt(new Date(time), zone) === wall.getTime());
  return fitting.length === 0 ? null : new Date(Math.max(...fitting));
}

function offsetAt(instant: Date, zone: string): number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}
