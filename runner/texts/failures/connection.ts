import type { Facts, Failure } from "../../model/failure.ts";
import type { Text } from "../../model/text.ts";
import { byteCount, grouped } from "../quantity.ts";
import { tlsReason } from "../tls-reason.ts";
import { becauseOf } from "./because.ts";
import { type FailureTexts, leadingPeer, peer, same } from "./phrases.ts";

/** A connection did not come about, or did not end, as it should have. All read `who`, the peer concerned. */
export const connectionFailures = {
  refused: (failure) => {
    const to = destination(failure.facts);
    return {
      en: `${leadingPeer(failure).en} could not connect${to.en}: connection refused. Nothing was listening there at that moment.`,
      id: `${leadingPeer(failure).id} tidak dapat terhubung${to.id}: koneksi ditolak. Saat itu tidak ada yang listen di sana.`,
    };
  },

  "not-accepted": (failure) => {
    const to = destination(failure.facts);
    const why = becauseOf(failure);
    return {
      en: `${leadingPeer(failure).en} tried to connect${to.en}, and your program never took the connection with accept().${why.en}`,
      id: `${leadingPeer(failure).id} mencoba terhubung${to.id}, tetapi program Anda tidak pernah menerimanya dengan accept().${why.id}`,
    };
  },

  "tls-failed": (failure) => {
    const why = tlsReason(failure.facts?.error);
    const late = becauseOf(failure);
    return {
      en: `TLS between ${peer(failure).en} and your program did not come about${why.en}.${late.en}`,
      id: `TLS antara ${peer(failure).id} dan program Anda tidak terbentuk${why.id}.${late.id}`,
    };
  },

  "no-connection": (failure) => {
    const why = becauseOf(failure);
    return {
      en: `The grader waited for your program to connect, but it never did.${why.en}`,
      id: `Penguji menunggu program Anda terhubung, tetapi koneksi itu tidak pernah ada.${why.id}`,
    };
  },

  /** Reads `expected` and `actual` too. */
  "closed-early": (failure) => {
    const so = soFar(failure);
    return {
      en: `Your program closed the connection with ${peer(failure).en} too early${so.en}.`,
      id: `Program Anda menutup koneksi dengan ${peer(failure).id} terlalu cepat${so.id}.`,
    };
  },

  /** Reads `expected` and `actual` too. */
  "reset-early": (failure) => {
    const so = soFar(failure);
    return {
      en: `The connection with ${peer(failure).en} was reset${so.en}. That happens when a program ends, or closes a socket, with received bytes still unread.`,
      id: `Koneksi dengan ${peer(failure).id} terputus paksa (reset)${so.id}. Itu terjadi bila program berakhir atau menutup socket sementara masih ada byte masuk yang belum dibaca.`,
    };
  },

  "not-closed": (failure) => {
    const why = becauseOf(failure);
    return {
      en: `Your program should have closed the connection with ${peer(failure).en}, but left it open.${why.en}`,
      id: `Program Anda seharusnya menutup koneksi dengan ${peer(failure).id}, tetapi koneksi itu dibiarkan terbuka.${why.id}`,
    };
  },

  "closed-wrongly": (failure) => {
    const { how: seen, wanted: due } = failure.facts ?? {};
    const [how, wanted] = [seen && endings[seen], due && endings[due]];
    const en = how && wanted ? `: it ended ${how.en}, and should have ended ${wanted.en}` : "";
    const id = how && wanted ? `: koneksi berakhir ${how.id}, seharusnya ${wanted.id}` : "";
    return {
      en: `The connection with ${peer(failure).en} did not end as it should have${en}.`,
      id: `Koneksi dengan ${peer(failure).id} tidak berakhir sebagaimana mestinya${id}.`,
    };
  },

  "not-taken": (failure) => {
    const why = becauseOf(failure);
    return {
      en: `${leadingPeer(failure).en} could not send everything: your program stopped reading, and the buffers between them are full.${why.en}`,
      id: `${leadingPeer(failure).id} tidak dapat mengirim semuanya: program Anda berhenti membaca dan buffer di antaranya sudah penuh.${why.id}`,
    };
  },
} satisfies FailureTexts;

const endings: Record<Facts<"closed-wrongly">["how"], Text> = {
  orderly: { en: "in an orderly way (FIN)", id: "secara tertib (FIN)" },
  reset: { en: "with a reset (RST)", id: "dengan reset (RST)" },
};

function destination({ address, port, path }: Partial<Facts<"refused" | "not-accepted">> = {}): Text {
  if (path !== undefined) return { en: ` to the socket ${path} (AF_UNIX)`, id: ` ke socket ${path} (AF_UNIX)` };
  if (port === undefined) return same("");
  const at = address === undefined ? "" : ` ${address}`;
  return { en: ` to${at} port ${port}`, id: ` ke${at} port ${port}` };
}

function soFar({ expected, actual }: Failure): Text {
  if (!expected || !actual) return same("");
  const whole = byteCount(expected.length);
  if (actual.length === 0)
    return { en: `: none of the ${whole.en} arrived`, id: `: belum ada satu pun dari ${whole.id} yang diterima` };
  const part = grouped(actual.length);
  return { en: `: ${part} of ${whole.en} arrived`, id: `: baru ${part} dari ${whole.id} yang diterima` };
}
