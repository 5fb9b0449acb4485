import type { Text } from "../model/text.ts";

/** Why a machine does not give each program a network of its own, by what it lacks. */
export const tierReasons = {
  linux: { en: "this machine does not run Linux", id: "komputer ini bukan Linux" },
  bubblewrap: { en: "bubblewrap is missing", id: "bubblewrap belum terpasang" },
  namespaces: {
    en: "the system refuses private networks",
    id: "sistem tidak mengizinkan jaringan pribadi",
  },
  sandbox: { en: "no program runs in the sandbox", id: "program tidak dapat berjalan di dalam sandbox" },
  asked: { en: "as asked for", id: "sesuai permintaan" },
} satisfies Record<string, Text>;
