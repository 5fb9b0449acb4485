import type { Text } from "../model/text.ts";

/** Why a mark is what it is: one line for each step of the arithmetic. */
export const marksTexts = {
  missing: { en: "nothing was handed in", id: "tidak ada yang dikumpulkan" },
  lateUnknown: {
    en: "late, as the platform says, but nobody knows by how much: no points taken",
    id: "terlambat menurut platform, tetapi tidak diketahui berapa lama: nilai tidak dikurangi",
  },
  late: (late: Span, units: number, penalty: Penalty): Text => ({
    en: `${span(late).en} late: ${units} × ${cost(penalty).en}`,
    id: `terlambat ${span(late).id}: ${units} × ${cost(penalty).id}`,
  }),
  rejected: (late: Span): Text => ({
    en: `${span(late).en} late: no longer accepted`,
    id: `terlambat ${span(late).id}: tidak diterima lagi`,
  }),
  floor: (percent: number): Text => ({
    en: `lateness takes nobody below ${percent} %`,
    id: `keterlambatan tidak menurunkan nilai di bawah ${percent} %`,
  }),
  manual: (item: string, points: number, comment: string | null): Text => {
    const note = comment === null ? "" : ` (${comment})`;
    return { en: `${item}, by hand: ${points}${note}`, id: `${item}, dinilai manual: ${points}${note}` };
  },
  unplayable: (possible: number, most: number): Text => ({
    en: `${possible} of the ${most} points could be tested on this machine, and count as all of them`,
    id: `${possible} dari ${most} poin dapat diuji di mesin ini, dan dihitung sebagai seluruhnya`,
  }),
  rounding: (to: number): Text => ({ en: `rounded to ${to}`, id: `dibulatkan ke ${to}` }),
};

type Penalty = { per: "day" | "hour" } & (
  | { points: number }
  | { percent: number; of?: "maximum" | "earned" | undefined }
);

function cost(penalty: Penalty): Text {
  const unit = { day: { en: "day", id: "hari" }, hour: { en: "hour", id: "jam" } }[penalty.per];
  if ("points" in penalty)
    return { en: `${penalty.points} points a ${unit.en}`, id: `${penalty.points} poin per ${unit.id}` };
  const whole =
    penalty.of === "earned"
      ? { en: "the points earned", id: "nilai yang diperoleh" }
      : { en: "the maximum", id: "nilai maksimum" };
  return {
    en: `${penalty.percent} % of ${whole.en} a ${unit.en}`,
    id: `${penalty.percent} % dari ${whole.id} per ${unit.id}`,
  };
}

/** How late something came: whole days, and what is left of another in milliseconds. */
interface Span {
  days: number;
  restMs: number;
}

/** How long, to the minute, rounded up: 1 d 3 h 20 min. */
function span({ days, restMs }: Span): Text {
  const minutes = Math.ceil(restMs / 60_000);
  const parts = [days, Math.floor(minutes / 60), minutes % 60];
  const write = (units: string[]) =>
    parts.flatMap((count, index) => (count > 0 ? [`${count} ${units[index]}`] : [])).join(" ");
  return { en: write(["d", "h", "min"]), id: write(["hari", "jam", "menit"]) };
}
