import type { Text } from "../model/text.ts";

/** What `wirecheck watch` says besides the report. */
export const watchTexts = {
  waiting: {
    en: "Waiting for the next save; Ctrl-C ends it.",
    id: "Menunggu penyimpanan berikutnya; Ctrl-C untuk berhenti.",
  },
} satisfies Record<string, Text>;
