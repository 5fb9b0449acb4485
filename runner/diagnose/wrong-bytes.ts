import { keptStart } from "../model/kept-bytes.ts";
import { grouped } from "../texts/quantity.ts";
import { firstDifference } from "../wire/difference.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedEcho } from "./support/echo.ts";
import { isExpected, receivedInstead } from "./support/expected-bytes.ts";
import { quoted } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** The received bytes differ from the sent ones, for no known reason. */
export const wrongBytes: Cause = {
  about: "any",
  name: { en: "Changes the bytes", id: "Mengubah isi byte" },
  idea: {
    en: "An echo gives back exactly what came, byte by byte: no prefix, no trimming, no other case or encoding.",
    id: "Echo mengembalikan persis apa yang datang, byte demi byte: tanpa awalan, tanpa dipangkas, tanpa mengubah huruf atau encoding.",
  },
  look: {
    en: "Follow the data from recv to send and find what changes it: strip, upper, format, replace, another encoding.",
    id: "Telusuri data dari recv sampai send dan cari yang mengubahnya: strip, upper, format, replace, atau encoding lain.",
  },
  find: (evidence) => {
    const quotes = evidence.talk === "echo" ? null : sentInQuotes(evidence);
    if (quotes) return quotes;
    const echo = failedEcho(evidence);
    const at = echo === null ? -1 : firstDifference(echo.sent, echo.received);
    if (echo === null || evidence.failure.code !== "reply-differs" || at < 0) return null;
    const { peer } = echo.conversation;
    if (isPythonsRepr(echo.received) && !isPythonsRepr(echo.sent))
      return { ...bytesInQuotes, saw: quotedRepr(peer, echo.received) };
    const [sent, received] = [echo.sent, echo.received].map((bytes) => quoted(bytes.subarray(at, at + shown)));
    if (sent === undefined || received === undefined) return null;
    return {
      strength: strength.described,
      ...(standsInSource(evidence, sendsByStrlen) && countsByStrlen),
      saw: {
        en: `After ${grouped(at)} correct ${at === 1 ? "byte" : "bytes"}, ${peer} had sent ${sent.en} and got ${received.en} back.`,
        id: `Setelah ${grouped(at)} byte yang benar, ${peer} mengirim ${sent.id} tetapi yang kembali ${received.id}.`,
      },
    };
  },
};

const shown = 8;

/** A C program that sends received bytes as a string. */
const sendsByStrlen = /\b(?:send|write)\w*\s*\([^;]*\bstrlen\s*\(/;

const countsByStrlen = {
  name: { en: "strlen() of what recv stored", id: "strlen() atas hasil recv" },
  idea: {
    en: "strlen() counts up to a zero byte: one within the message ends it too early, and where none follows what recv stored, older bytes are counted as well.",
    id: "strlen() menghitung sampai byte nol: byte nol di dalam pesan memotongnya, dan kalau tidak ada byte nol setelah hasil recv, byte lama ikut terhitung.",
  },
  look: {
    en: "Send as many bytes as recv returned: n = recv(...), then send(client, buffer, n, 0). And sizeof of a pointer is 8, not the buffer's size.",
    id: "Kirim sebanyak byte yang dikembalikan recv: n = recv(...), lalu send(client, buffer, n, 0). Dan sizeof sebuah pointer adalah 8, bukan ukuran buffer.",
  },
};

/** The expected bytes, written as Python writes bytes in a source. */
function sentInQuotes(evidence: Evidence): Finding | null {
  return bodyInQuotes(evidence) ?? replyInQuotes(evidence);
}

/** The body of an answer of HTTP, of which only the beginning may have been kept. */
function bodyInQuotes({ failure }: Evidence): Finding | null {
  if (failure.code !== "http-differs" || failure.facts?.what !== "body") return null;
  const [due, came] = [keptStart(failure.expected), keptStart(failure.actual)].map((bytes) => bytes.toString("latin1"));
  if (!/^b['"]/.test(came ?? "") || /^b['"]/.test(due ?? "")) return null;
  const shown = quoted(keptStart(failure.actual).subarray(0, beginningShown));
  return {
    ...bytesInQuotes,
    look: bytesInText,
    saw: {
      en: `The body that ${failure.who} got begins with ${shown.en}: with Python's b and quotes.`,
      id: `Isi yang diterima ${failure.who} diawali ${shown.id}: lengkap dengan b dan tanda kutip dari Python.`,
    },
  };
}

const beginningShown = 16;

const bytesInText = {
  en: "Encode the header alone, and add the bytes of the file behind it: sendall(header.encode() + body), not an f-string with {body}.",
  id: "Encode header-nya saja, lalu tambahkan byte file di belakangnya: sendall(header.encode() + body), bukan f-string berisi {body}.",
};

function replyInQuotes(evidence: Evidence): Finding | null {
  const came = receivedInstead(evidence);
  if (came === null || !isPythonsRepr(came)) return null;
  const within = /^b(['"])(.*)\1\s*$/s.exec(came.toString("latin1"))?.[2] ?? "";
  if (!isExpected(evidence, Buffer.from(within.replace(/\\r/g, "\r").replace(/\\n/g, "\n"), "latin1"))) return null;
  const shown = quoted(came);
  const who = evidence.failure.who;
  return {
    ...bytesInQuotes,
    saw: {
      en: `${who} got ${shown.en}, with Python's b and quotes.`,
      id: `${who} menerima ${shown.id}, lengkap dengan b dan tanda kutip dari Python.`,
    },
  };
}

function isPythonsRepr(bytes: Buffer): boolean {
  return /^b(['"]).*\1\s*$/s.test(bytes.toString("latin1"));
}

/** The texts for Python's str() of bytes. */
const bytesInQuotes = {
  strength: strength.seen,
  name: { en: "Bytes written as b'...'", id: "Byte ditulis sebagai b'...'" },
  idea: {
    en: "str(data) writes bytes as Python's source would, with b and quotes: that is a text about the bytes, not the bytes.",
    id: "str(data) menulis byte seperti di kode Python, dengan b dan tanda kutip: itu teks tentang byte, bukan byte-nya.",
  },
  look: {
    en: "Send data as it is. Where you need text, use data.decode() instead of str(data).",
    id: "Kirim data apa adanya. Kalau memerlukan teks, pakai data.decode() alih-alih str(data).",
  },
};

function quotedRepr(peer: string, received: Buffer) {
  const shown = quoted(received);
  return {
    en: `${peer} got ${shown.en} back, with Python's b and quotes.`,
    id: `${peer} menerima kembali ${shown.id}, lengkap dengan b dan tanda kutip dari Python.`,
  };
}
