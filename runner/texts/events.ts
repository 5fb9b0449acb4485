import type { TranscriptEvent } from "../model/seen.ts";
import type { Text } from "../model/text.ts";
import { whereBlocked } from "./blocked-place.ts";

/** What happened, in a few words for a diagram: its peer or program and its bytes are shown next to it. */
export function eventText({ kind, detail, at }: TranscriptEvent): Text {
  const words = eventTexts[kind](detail ?? "");
  return at === undefined ? words : { en: `${words.en}, ${at}`, id: `${words.id}, ${at}` };
}

const eventTexts: Record<TranscriptEvent["kind"], (detail: string) => Text> = {
  started: (options) => withDetail("starts", "mulai", options),
  listening: (where) => withDetail("listens on", "mendengarkan di", where),
  exited: (status) => {
    const number = status.replace(/^status /, "");
    return { en: `exits with status ${number}`, id: `keluar dengan status ${number}` };
  },
  stdout: () => ({ en: "prints", id: "mencetak" }),
  stderr: () => ({ en: "prints as an error", id: "mencetak error" }),
  typed: () => ({ en: "is typed at the keyboard", id: "diketik di keyboard" }),
  "end-of-input": () => ({ en: "end of the keyboard's input", id: "akhir masukan keyboard" }),
  signal: (name) => withDetail("gets", "menerima", name),
  listen: (where) => withDetail("listens on", "mendengarkan di", where),
  connect: () => ({ en: "connects", id: "terhubung" }),
  refused: (where) => withDetail("is refused:", "ditolak:", where),
  accepted: () => ({ en: "accepts", id: "menerima koneksi" }),
  sent: () => ({ en: "sends", id: "mengirim" }),
  received: () => ({ en: "gets", id: "menerima" }),
  finished: () => ({ en: "sends no more (FIN)", id: "selesai mengirim (FIN)" }),
  ended: () => ({ en: "end of stream (FIN)", id: "akhir aliran (FIN)" }),
  closed: () => ({ en: "closes", id: "menutup koneksi" }),
  "reset-sent": () => ({ en: "breaks off (RST)", id: "memutus koneksi (RST)" }),
  reset: () => ({ en: "connection reset (RST)", id: "koneksi diputus (RST)" }),
  lost: () => ({ en: "lost on the way", id: "hilang di jalan" }),
  blocked: blockedText,
};

/** The detail is the call, what it waits for (a peer's name or a word for another thing) and the descriptor. */
function blockedText(detail: string): Text {
  const [call = "", on = "other"] = detail.split(" ");
  const where = whereBlocked(call, on);
  return { en: `blocked${where.en}`, id: `tertahan${where.id}` };
}

function withDetail(en: string, id: string, detail: string): Text {
  return detail === "" ? { en, id } : { en: `${en} ${detail}`, id: `${id} ${detail}` };
}
