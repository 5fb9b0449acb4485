import type { Text } from "../../model/text.ts";
import { byteCount, timeSpan } from "../quantity.ts";
import { type FailureTexts, leadingPeer } from "./phrases.ts";

/** A value that was captured is not the right one, or what was right came too fast. */
export const valueFailures = {
  "value-differs": (failure) => {
    const { value = "", bound = "readable", wanted = "" } = failure.facts ?? {};
    const due = limits[bound](shortened(wanted));
    return {
      en: `A value that your program gave, “${shortened(value)}”, ${due.en}.`,
      id: `Nilai yang diberikan program Anda, “${shortened(value)}”, ${due.id}.`,
    };
  },

  "came-too-fast": (failure) => {
    const { bytes = 0, ms = 0, perSecond = 0 } = failure.facts ?? {};
    const [came, most, span] = [byteCount(bytes), byteCount(perSecond), timeSpan(ms)];
    return {
      en: `${leadingPeer(failure).en} got ${came.en} within ${span.en}; no more than ${most.en} a second should come.`,
      id: `${leadingPeer(failure).id} menerima ${came.id} dalam ${span.id}; seharusnya tidak lebih dari ${most.id} per detik.`,
    };
  },
} satisfies FailureTexts;

const limits: Record<"is" | "not" | "least" | "most" | "number" | "readable", (wanted: string) => Text> = {
  is: (wanted) => ({ en: `should be ${wanted}`, id: `seharusnya ${wanted}` }),
  not: () => ({ en: "is what it must not be", id: "tidak boleh seperti itu" }),
  least: (wanted) => ({ en: `should be at least ${wanted}`, id: `seharusnya paling sedikit ${wanted}` }),
  most: (wanted) => ({ en: `should be at most ${wanted}`, id: `seharusnya paling banyak ${wanted}` }),
  number: () => ({ en: "should be a number", id: "seharusnya sebuah bilangan" }),
  readable: () => ({
    en: "should be a number or a date, and cannot be read as one",
    id: "seharusnya bilangan atau tanggal, tetapi tidak terbaca",
  }),
};

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
