import type { Failure, FailureCode } from "../../model/result.ts";
import type { Text } from "../../model/text.ts";
import { byteCount, grouped } from "../quantity.ts";
import { becauseOf } from "./because.ts";
import { leadingPeer, number, peer, same, when, word } from "./phrases.ts";

/** A connection did not come about, or did not end, as it should have. All read `who`, the peer concerned. */
export const connectionFailures = {
  /** Facts: `address`, `port`. */
  refused: (failure) => {
    const to = destination(failure);
    return {
      en: `${leadingPeer(failure).en} could not connect${to.en}: connection refused. Nothing was listening there at that moment.`,
      id: `${leadingPeer(failure).id} tidak dapat terhubung${to.id}: koneksi ditolak. Saat itu tidak ada yang listen di sana.`,
    };
  },

  /** Facts: `address`, `port`, those of `becauseOf`. */
  "not-accepted": (failure) => {
    const to = destination(failure);
    const why = becauseOf(failure);
    return {
      en: `${leadingPeer(failure).en} tried to connect${to.en}, and your program never took the connection with accept().${why.en}`,
      id: `${leadingPeer(failure).id} mencoba terhubung${to.id}, tetapi program Anda tidak pernah menerimanya dengan accept().${why.id}`,
    };
  },

  /** Facts: `port`, those of `becauseOf`. */
  "no-connection": (failure) => {
    const to = destination(failure);
    const why = becauseOf(failure);
    return {
      en: `The grader waited for your program to connect${to.en}, but it never did.${why.en}`,
      id: `Penguji menunggu program Anda terhubung${to.id}, tetapi koneksi itu tidak pernah ada.${why.id}`,
    };
  },

  /** Facts: `port`. */
  "unexpected-connection": (failure) => {
    const to = destination(failure);
    return {
      en: `Your program connected${to.en} when no further connection was expected.`,
      id: `Program Anda terhubung${to.id} padahal tidak ada lagi koneksi yang diharapkan.`,
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

  /** Facts: those of `becauseOf`. */
  "not-closed": (failure) => {
    const why = becauseOf(failure);
    return {
      en: `Your program should have closed the connection with ${peer(failure).en}, but left it open.${why.en}`,
      id: `Program Anda seharusnya menutup koneksi dengan ${peer(failure).id}, tetapi koneksi itu dibiarkan terbuka.${why.id}`,
    };
  },

  /** Facts: `how` and `wanted`: orderly or reset. */
  "closed-wrongly": (failure) => {
    const how = endings[word(failure, "how") ?? ""];
    const wanted = endings[word(failure, "wanted") ?? ""];
    const en = how && wanted ? `: it ended ${how.en}, and should have ended ${wanted.en}` : "";
    const id = how && wanted ? `: koneksi berakhir ${how.id}, seharusnya ${wanted.id}` : "";
    return {
      en: `The connection with ${peer(failure).en} did not end as it should have${en}.`,
      id: `Koneksi dengan ${peer(failure).id} tidak berakhir sebagaimana mestinya${id}.`,
    };
  },

  /** Facts: `takenBytes`, `sentBytes`, those of `becauseOf`. */
  "not-taken": (failure) => {
    const [taken, sent] = [number(failure, "takenBytes"), number(failure, "sentBytes")];
    const why = becauseOf(failure);
    const some = when(
      taken !== undefined && sent !== undefined,
      ` after ${grouped(taken ?? 0)} of ${byteCount(sent ?? 0).en}`,
      ` setelah ${grouped(taken ?? 0)} dari ${byteCount(sent ?? 0).id}`,
    );
    return {
      en: `${leadingPeer(failure).en} could not send everything: your program stopped reading${some.en}, and the buffers between them are full.${why.en}`,
      id: `${leadingPeer(failure).id} tidak dapat mengirim semuanya: program Anda berhenti membaca${some.id} dan buffer di antaranya sudah penuh.${why.id}`,
    };
  },
} satisfies Partial<Record<FailureCode, (failure: Failure) => Text>>;

const endings: Record<string, Text> = {
  orderly: { en: "in an orderly way (FIN)", id: "secara tertib (FIN)" },
  reset: { en: "with a reset (RST)", id: "dengan reset (RST)" },
};

function destination(failure: Failure): Text {
  const address = word(failure, "address");
  const port = word(failure, "port");
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
