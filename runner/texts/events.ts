import type { TranscriptEvent } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { same } from "./failures/phrases.ts";
import { ownEntry } from "./own-entry.ts";

/** What happened, in a few words for a diagram: who it happened to and its bytes stand beside it. */
export function eventText({ kind, detail }: TranscriptEvent): Text {
  return eventTexts[kind](detail ?? "");
}

const eventTexts: Record<TranscriptEvent["kind"], (detail: string) => Text> = {
  started: (options) => withDetail("starts", "mulai", options),
  listening: (where) => withDetail("listens on", "mendengarkan di", where),
  exited: (status) => {
    const number = status.replace(/^status /, "");
    return { en: `exits with status ${number}`, id: `keluar dengan status ${number}` };
  },
  stdout: () => ({ en: "prints", id: "mencetak" }),
  stderr: () => ({ en: "prints as an error", id: "mencetak galat" }),
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
  const [call = "", on] = detail.split(" ");
  const known = ownEntry(notCalls, call);
  if (known) return known;
  const where = on === undefined ? undefined : (ownEntry(blockedOn, on) ?? onPeer(on));
  return {
    en: `blocked in ${call}()${where ? ` ${where.en}` : ""}`,
    id: `tertahan di ${call}()${where ? ` ${where.id}` : ""}`,
  };
}

const notCalls: Record<string, Text> = {
  lock: { en: "blocked: waits for another thread", id: "tertahan: menunggu thread lain" },
  wait: { en: "blocked: waits for a child process", id: "tertahan: menunggu proses anaknya" },
  stopped: { en: "stopped by a signal", id: "dihentikan oleh sinyal" },
};

const blockedOn: Record<string, Text> = {
  listening: { en: "for another client", id: "menunggu client lain" },
  datagrams: { en: "for a datagram", id: "menunggu datagram" },
  keyboard: { en: "for the keyboard", id: "menunggu keyboard" },
  pipe: { en: "on a pipe", id: "pada sebuah pipe" },
  other: same(""),
};

function onPeer(name: string): Text {
  return { en: `on ${name}'s connection`, id: `pada koneksi ${name}` };
}

function withDetail(en: string, id: string, detail: string): Text {
  return detail === "" ? { en, id } : { en: `${en} ${detail}`, id: `${id} ${detail}` };
}
