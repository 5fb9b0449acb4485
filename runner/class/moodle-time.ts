import { twoDigits } from "./two-digits.ts";

/**
 * The date and time in a cell of Moodle's worksheet, in any language: `Friday, 21 November 2025, 4:50 PM`, `Jumat, 21
 * November 2025, 16:50`. Null when there is none, or when it is ambiguous: some names of months mean another month in
 * another language, unless the day of the week decides.
 *
 * @returns as in `2025-11-21 16:50`, in the time zone of the person who downloaded the worksheet
 */
export function moodleTime(written: string): string | null {
  const text = written.normalize("NFKC").toLowerCase();
  const time = clockIn(text);
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
  if (time === null || year === undefined) return null;
  const cjk = /\d{4}\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  const days = cjk ? [dayOf(year, Number(cjk[1]), Number(cjk[2]))] : namedDays(text, year);
  const found = [...new Set(days.filter((day) => day !== null))];
  return found.length === 1 ? `${found[0]} ${time}` : null;
}

/**
 * Every day that the text may mean, by the month's name in each language; only those whose day of the week fits, if
 * there are any.
 */
function namedDays(text: string, year: string): (string | null)[] {
  const number = /(?<![\d:.])(\d{1,2})(?![\d:])/.exec(text.replace(year, " ").replace(/\d{1,2}[:.]\d{2}/g, " "))?.[1];
  if (number === undefined) return [];
  const words = new Set(text.split(/[^\p{L}\p{M}]+/u));
  const candidates = calendars().flatMap(({ months, weekdays }) =>
    months.flatMap((names, index) => {
      if (!names.some((name) => isIn(name, words, text))) return [];
      const day = dayOf(year, index + 1, Number(number));
      const weekday = day === null ? -1 : new Date(`${day}T00:00Z`).getUTCDay();
      return [{ day, fits: (weekdays[weekday] ?? []).some((name) => isIn(name, words, text)) }];
    }),
  );
  const fitting = candidates.filter(({ fits }) => fits);
  return (fitting.length > 0 ? fitting : candidates).map(({ day }) => day);
}

/** Names of several words, and names in languages without spaces between words, are searched for in the whole text. */
function isIn(name: string, words: ReadonlySet<string>, text: string): boolean {
  return words.has(name) || (/[^\p{L}\p{M}]|\p{Lo}/u.test(name) && text.includes(name));
}

function clockIn(text: string): string | null {
  const [, hours = "", minutes = ""] = /(?<!\d)(\d{1,2})[:.](\d{2})(?!\d)/.exec(text) ?? [];
  if (hours === "" || Number(hours) > 23 || Number(minutes) > 59) return null;
  const [isAfternoon, isMorning] = [afternoon, morning].map((half) => half.test(text));
  const hour = Number(hours) % (isAfternoon || isMorning ? 12 : 24);
  return `${twoDigits(isAfternoon ? hour + 12 : hour)}:${minutes}`;
}

const afternoon = /\d\s*(?:p\.?\s?m\b|ptg\b|μ\.?μ|م(?!\p{L})|ch\b)|下午|午後|오후/u;
const morning = /\d\s*(?:a\.?\s?m\b|pg\b|π\.?μ|ص(?!\p{L})|sa\b)|上午|午前|오전/u;

function dayOf(year: string, month: number, day: number): string | null {
  const written = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const date = new Date(`${written}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

interface Calendar {
  /** Every spelling of each month, and of each day of the week from Sunday. */
  months: readonly string[][];
  weekdays: readonly string[][];
}

let known: Calendar[] | undefined;

function calendars(): Calendar[] {
  known ??= languages.map((language) => ({
    months: Array.from({ length: 12 }, (_, month) =>
      spellings(language, new Date(Date.UTC(2025, month, 15)), "month", [{ day: "numeric" }, {}]),
    ),
    weekdays: Array.from({ length: 7 }, (_, day) =>
      spellings(language, new Date(Date.UTC(2025, 5, 1 + day)), "weekday", [{}]),
    ),
  }));
  return known;
}

/** Formatted together with a day, a month's name has the grammatical case that it has in a date. */
function spellings(
  language: string,
  date: Date,
  part: "month" | "weekday",
  beside: readonly Intl.DateTimeFormatOptions[],
): string[] {
  const names = beside.flatMap((more) =>
    (["long", "short"] as const).flatMap((width) => {
      const format = new Intl.DateTimeFormat(language, {
        ...more,
        [part]: width,
        timeZone: "UTC",
        calendar: "gregory",
      });
      return format.formatToParts(date).flatMap(({ type, value }) => (type === part ? [value] : []));
    }),
  );
  return [...new Set(names.map((name) => name.normalize("NFKC").toLowerCase().replace(/\.$/, "")))].filter(
    (name) => !/^\d*$/.test(name),
  );
}

/** The languages in which Moodle is used most. */
const languages = [
  ...[
    "en",
    "id",
    "ms",
    "jv",
    "de",
    "es",
    "fr",
    "pt",
    "it",
    "nl",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "sr-Latn",
    "ro",
    "hu",
  ],
  ...[
    "fi",
    "sv",
    "da",
    "nb",
    "tr",
    "ru",
    "uk",
    "bg",
    "el",
    "he",
    "ar",
    "fa",
    "hi",
    "th",
    "vi",
    "ca",
    "eu",
    "gl",
    "lt",
    "lv",
    "et",
  ],
];
