import type { Failure } from "../../model/failure.ts";
import type { KeptBytes } from "../../model/seen.ts";
import type { Text } from "../../model/text.ts";
import { fromBase64, textOf } from "../bytes.ts";
import { patternInWords } from "../pattern-in-words.ts";
import { byteCount, grouped, timeSpan } from "../quantity.ts";
import { becauseOf } from "./because.ts";
import { type FailureTexts, leadingPeer, peer, quotedBytes, same, when } from "./phrases.ts";

/** What came back was not what should have come. All read `who`, `expected`, `actual`, `difference`. */
export const replyFailures = {
  "not-as-asked": () => ({ en: "This is not what the lab asks for.", id: "Ini bukan yang diminta lab." }),

  "no-reply": (failure) => {
    const due = dueBytes(failure);
    const lost = lostOnPurpose(failure.facts?.lost);
    const why = becauseOf(failure);
    if (failure.facts?.unasked) {
      const first = failure.expected ? byteCount(failure.expected.length) : { en: "a message", id: "sebuah pesan" };
      return {
        en: `${leadingPeer(failure).en} waited for ${first.en} and got nothing.${lost.en}${why.en}`,
        id: `${leadingPeer(failure).id} menunggu ${first.id}, tetapi tidak menerima apa-apa.${lost.id}${why.id}`,
      };
    }
    return {
      en: `${leadingPeer(failure).en} waited for ${due.en} and got nothing back.${lost.en}${why.en}`,
      id: `${leadingPeer(failure).id} menunggu ${due.id}, tetapi tidak menerima apa-apa.${lost.id}${why.id}`,
    };
  },

  "no-message-sent": (failure) => {
    const why = becauseOf(failure);
    const lost = failure.facts?.lost;
    if (lost !== undefined) {
      const sent = lost === 1 ? "One datagram" : `${grouped(lost)} datagrams`;
      return {
        en: `${sent} from your program got lost on the way, as this test means it to, and none came after.${why.en}`,
        id: `${grouped(lost)} datagram dari program Anda hilang di jalan, memang demikian rancangan tes ini, dan sesudahnya tidak ada lagi yang datang.${why.id}`,
      };
    }
    return {
      en: `Your program sent nothing at all to ${peer(failure).en}, who waited for a message.${why.en}`,
      id: `Program Anda tidak mengirim apa-apa kepada ${peer(failure).id} yang menunggu sebuah pesan.${why.id}`,
    };
  },

  "nothing-passed": (failure) => {
    const why = becauseOf(failure);
    return {
      en: `The two programs did not understand each other: no answer passed between them.${why.en}`,
      id: `Kedua program tidak saling memahami: tidak ada balasan di antara keduanya.${why.id}`,
    };
  },

  "reply-incomplete": (failure) => {
    const part = partOf(failure);
    const why = becauseOf(failure);
    return {
      en: `${leadingPeer(failure).en} got ${part.en}; what came is right, but the rest is missing.${why.en}`,
      id: `${leadingPeer(failure).id} menerima ${part.id}; yang datang sudah benar, tetapi sisanya tidak ada.${why.id}`,
    };
  },

  "reply-differs": (failure) => {
    const { expected, actual } = failure;
    const where = firstDifference(failure);
    if (!expected || !actual) {
      return {
        en: `${leadingPeer(failure).en} got something other than what was expected.${where.en}`,
        id: `${leadingPeer(failure).id} menerima data yang berbeda dari yang seharusnya.${where.id}`,
      };
    }
    if (isShort(expected) && isShort(actual)) {
      const [due, got] = [quotedBytes(expected), quotedBytes(actual)];
      return {
        en: `${leadingPeer(failure).en} should have got ${due.en} and got ${got.en}.`,
        id: `${leadingPeer(failure).id} seharusnya menerima ${due.id}, tetapi menerima ${got.id}.`,
      };
    }
    const [wanted, came] = [byteCount(expected.length), byteCount(actual.length)];
    if (actual.length === 0) {
      return {
        en: `${leadingPeer(failure).en} should have got ${wanted.en} and got nothing in their place.`,
        id: `${leadingPeer(failure).id} seharusnya menerima ${wanted.id}, tetapi tidak ada isinya.`,
      };
    }
    if (expected.length === actual.length) {
      return {
        en: `${leadingPeer(failure).en} got ${came.en}, as many as expected, but not the right ones.${where.en}`,
        id: `${leadingPeer(failure).id} menerima ${came.id}; jumlahnya sesuai, tetapi isinya tidak.${where.id}`,
      };
    }
    return {
      en: `${leadingPeer(failure).en} should have got ${wanted.en} and got ${came.en}.${where.en}`,
      id: `${leadingPeer(failure).id} seharusnya menerima ${wanted.id}, tetapi menerima ${came.id}.${where.id}`,
    };
  },

  "reply-too-long": (failure) => {
    const extra = (failure.actual?.length ?? 0) - (failure.expected?.length ?? 0);
    const more = extra > 0 ? byteCount(extra) : { en: "something", id: "data" };
    return {
      en: `After the whole reply ${peer(failure).en} got ${more.en} more than was expected.`,
      id: `Setelah balasan lengkap, ${peer(failure).id} masih menerima ${more.id} yang tidak seharusnya datang.`,
    };
  },

  "line-unended": (failure) => {
    const why = becauseOf(failure);
    return {
      en: `${leadingPeer(failure).en} got the beginning of a line, but not its end: a newline is missing.${why.en}`,
      id: `${leadingPeer(failure).id} menerima awal sebuah baris, tetapi tidak akhirnya: tanda baris baru tidak ada.${why.id}`,
    };
  },

  "line-ending": (failure) => {
    const wanted = failure.facts?.wanted === "crlf" ? "CR LF (\\r\\n)" : "LF (\\n)";
    return {
      en: `${leadingPeer(failure).en} got the right line, but it does not end with ${wanted}.`,
      id: `${leadingPeer(failure).id} menerima baris yang benar, tetapi tidak diakhiri ${wanted}.`,
    };
  },

  "came-too-early": (failure) => {
    const [after, least] = [failure.facts?.afterMs ?? 0, failure.facts?.leastMs ?? 0];
    return {
      en: `What ${peer(failure).en} waited for came after ${timeSpan(after).en}; it should not come before ${timeSpan(least).en}.`,
      id: `Yang ditunggu ${peer(failure).id} datang setelah ${timeSpan(after).id}; seharusnya tidak sebelum ${timeSpan(least).id}.`,
    };
  },

  "frame-incomplete": (failure) => {
    const [announced, came] = [failure.facts?.announced, failure.facts?.came];
    const why = becauseOf(failure);
    if (announced === undefined) {
      return {
        en: `${leadingPeer(failure).en} got too few bytes for the length that begins a frame.${why.en}`,
        id: `${leadingPeer(failure).id} menerima terlalu sedikit byte untuk panjang yang mengawali sebuah frame.${why.id}`,
      };
    }
    return {
      en: `${leadingPeer(failure).en} got a frame whose length says ${byteCount(announced).en}, but only ${grouped(came ?? 0)} followed.${why.en}`,
      id: `${leadingPeer(failure).id} menerima frame yang panjangnya tertulis ${byteCount(announced).id}, tetapi hanya ${grouped(came ?? 0)} yang menyusul.${why.id}`,
    };
  },

  /** Reads `actual`. */
  "not-json": (failure) => ({
    en: `What ${peer(failure).en} got is not JSON.`,
    id: `Data yang diterima ${peer(failure).id} bukan JSON.`,
  }),

  "json-differs": (failure) => {
    const [path, wanted] = [failure.facts?.path, failure.facts?.wanted];
    return {
      en: `In the JSON that ${peer(failure).en} got, ${path ? `“${path}”` : "the whole"} should be ${wanted ?? "something else"}.`,
      id: `Pada JSON yang diterima ${peer(failure).id}, ${path ? `“${path}”` : "seluruhnya"} seharusnya ${wanted ?? "lain"}.`,
    };
  },

  "too-many-replies": (failure) => {
    const [came, sent, most] = [failure.facts?.came, failure.facts?.sent, failure.facts?.most];
    return {
      en: `Of ${sent ?? "the"} datagrams that ${peer(failure).en} sent, ${came ?? "too many"} were answered; at most ${most ?? "some"} should be.`,
      id: `Dari ${sent ?? "semua"} datagram yang dikirim ${peer(failure).id}, ${came ?? "terlalu banyak"} dibalas; seharusnya paling banyak ${most ?? "sebagian"}.`,
    };
  },

  "no-match": (failure) => {
    const came = failure.actual?.length ? failure.actual : null;
    const shown = came === null ? same("") : { en: `, ${quotedBytes(came).en},`, id: `, ${quotedBytes(came).id},` };
    if (failure.facts?.unwanted !== undefined) {
      return {
        en: `What ${peer(failure).en} got${shown.en} is not an answer that fits here.`,
        id: `Data yang diterima ${peer(failure).id}${shown.id} bukan jawaban yang sesuai di sini.`,
      };
    }
    const why = becauseOf(failure);
    const like = patternInWords(failure.facts?.pattern ?? "");
    return {
      en: `What ${peer(failure).en} got${shown.en} does not have the form that was expected${like.en}.${why.en}`,
      id: `Data yang diterima ${peer(failure).id}${shown.id} tidak sesuai dengan bentuk yang diharapkan${like.id}.${why.id}`,
    };
  },

  /** Reads `actual`, the datagram that came once more. */
  "answered-twice": (failure) => ({
    en: `${leadingPeer(failure).en} got more than one answer to one datagram.`,
    id: `${leadingPeer(failure).id} menerima lebih dari satu balasan untuk satu datagram.`,
  }),

  "reply-from-elsewhere": (failure) => {
    const [asked, from] = [failure.facts?.asked, failure.facts?.from];
    if (asked === from && asked !== undefined) {
      return {
        en: `${leadingPeer(failure).en} got the answer from port ${asked}, the one that was asked; it should come from a new port.`,
        id: `${leadingPeer(failure).id} menerima balasan dari port ${asked}, yaitu port yang ditanya; seharusnya dari port baru.`,
      };
    }
    return {
      en: `${leadingPeer(failure).en} asked port ${asked ?? "of the server"} and got the answer from port ${from ?? "of another socket"}.`,
      id: `${leadingPeer(failure).id} bertanya ke port ${asked ?? "server"}, tetapi balasannya datang dari port ${from ?? "lain"}.`,
    };
  },

  "replies-missing": (failure) => {
    const [came, sent, least] = [failure.facts?.came, failure.facts?.sent, failure.facts?.least];
    const why = becauseOf(failure);
    const few = least === sent ? same("") : when(least, `; at least ${least} must`, `; setidaknya harus ${least}`);
    return {
      en: `Of ${sent ?? "the"} datagrams that ${peer(failure).en} sent, ${came ?? "too few"} came back${few.en}.${why.en}`,
      id: `Dari ${sent ?? "semua"} datagram yang dikirim ${peer(failure).id}, hanya ${came ?? "sebagian"} yang kembali${few.id}.${why.id}`,
    };
  },

  "not-silent": (failure) => {
    const came = failure.actual ? byteCount(failure.actual.length) : { en: "something", id: "data" };
    return {
      en: `${leadingPeer(failure).en} got ${came.en} at a moment when nothing should have come.`,
      id: `${leadingPeer(failure).id} menerima ${came.id} pada saat seharusnya tidak ada data yang datang.`,
    };
  },
} satisfies FailureTexts;

/** Whether bytes are a few words of text, which say more than their number. */
function isShort(bytes: KeptBytes): boolean {
  const head = fromBase64(bytes.head);
  const text = head.length === bytes.length ? textOf(head) : "";
  return (
    text !== "" &&
    text.length <= longestShown &&
    /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n]+$/u.test(text) &&
    !text.includes("\uFFFD")
  );
}

const longestShown = 40;

function dueBytes(failure: Failure): Text {
  if (!failure.expected) return { en: "a reply", id: "balasan" };
  const due = byteCount(failure.expected.length);
  return { en: `a reply of ${due.en}`, id: `balasan sepanjang ${due.id}` };
}

function lostOnPurpose(lost: number | undefined): Text {
  return when(
    lost,
    ` The test had lost ${lost} of its datagrams on purpose.`,
    ` Tes ini memang menghilangkan ${lost} datagram.`,
  );
}

function partOf(failure: Failure): Text {
  if (!failure.expected || !failure.actual) return { en: "only a part of the reply", id: "hanya sebagian balasan" };
  const whole = byteCount(failure.expected.length);
  const part = grouped(failure.actual.length);
  return { en: `${part} of ${whole.en}`, id: `${part} dari ${whole.id}` };
}

function firstDifference({ difference, expected, actual }: Failure): Text {
  if (!difference) return same("");
  if (difference.offset > 0 && difference.offset === actual?.length) {
    const came = byteCount(difference.offset);
    return {
      en: ` What came is right, but nothing came after these ${came.en}.`,
      id: ` Yang datang sudah benar, tetapi tidak ada lagi setelah ${came.id} itu.`,
    };
  }
  if (difference.offset > 0 && difference.offset === expected?.length) {
    const right = byteCount(difference.offset);
    return {
      en: ` The first ${right.en} are right; the rest should not be there.`,
      id: ` Sebanyak ${right.id} pertama sudah benar; sisanya tidak seharusnya ada.`,
    };
  }
  if (difference.offset === 0) {
    return { en: " They differ from the very first byte.", id: " Keduanya berbeda sejak byte pertama." };
  }
  if (difference.offset === 1) {
    return {
      en: " The first byte is right; the next one differs.",
      id: " Byte pertama sudah benar; byte berikutnya berbeda.",
    };
  }
  const equal = byteCount(difference.offset);
  return {
    en: ` The first ${equal.en} are right; the next one differs.`,
    id: ` Sebanyak ${equal.id} pertama sudah benar; byte berikutnya berbeda.`,
  };
}
