import type { Text } from "../../model/text.ts";
import { ownEntry } from "../own-entry.ts";
import { exampleOf } from "../pattern-in-words.ts";
import { becauseOf } from "./because.ts";
import { type FailureTexts, leadingPeer } from "./phrases.ts";

/** An HTTP message was not as it should be. All read `who`. */
export const httpFailures = {
  "http-malformed": (failure) => {
    const why = ownEntry(faults, failure.facts?.what ?? "");
    return {
      en: `${leadingPeer(failure).en} got something that is not an HTTP message${why ? `: ${why.en}` : ""}.`,
      id: `${leadingPeer(failure).id} menerima sesuatu yang bukan pesan HTTP${why ? `: ${why.id}` : ""}.`,
    };
  },

  "http-incomplete": (failure) => {
    const why = becauseOf(failure);
    if (failure.facts?.what === "head") {
      return {
        en: `${leadingPeer(failure).en} got only a part of the header: an empty line (CR LF) must end it.${why.en}`,
        id: `${leadingPeer(failure).id} hanya menerima sebagian header: header harus diakhiri baris kosong (CR LF).${why.id}`,
      };
    }
    return {
      en: `${leadingPeer(failure).en} got the header, but the body is shorter than the header says, or nothing says where it ends.${why.en}`,
      id: `${leadingPeer(failure).id} menerima header, tetapi isinya lebih pendek daripada yang disebut header, atau akhirnya tidak diketahui.${why.id}`,
    };
  },

  /**
   * Facts: `what` (status, request, header, body, length), `wanted`, `got`; with `header`: `name`, and `absent` where it should
   * not be there. Reads `expected`, `actual`, `difference` of a body.
   */
  "http-differs": (failure) => {
    const [wanted, got, name] = [readable(failure.facts?.wanted), failure.facts?.got, failure.facts?.name ?? ""];
    const who = leadingPeer(failure);
    switch (failure.facts?.what) {
      case "status":
        return {
          en: `${who.en} should have got the status ${wanted?.replace(lastComma, " or ") ?? ""} and got “${got ?? ""}”.`,
          id: `${who.id} seharusnya menerima status ${wanted?.replace(lastComma, " atau ") ?? ""}, tetapi menerima “${got ?? ""}”.`,
        };
      case "request":
        return {
          en: `${who.en} should have been asked for “${wanted ?? ""}” and was asked “${got ?? ""}”.`,
          id: `${who.id} seharusnya menerima permintaan “${wanted ?? ""}”, tetapi menerima “${got ?? ""}”.`,
        };
      case "length":
        return {
          en: `${who.en} can know only by the end of the connection where the body ends: Content-Length is missing.`,
          id: `${who.id} hanya mengetahui akhir isi dari berakhirnya koneksi: Content-Length tidak ada.`,
        };
      case "header":
        return header(name, wanted, got, failure.facts?.absent === true, who);
      default:
        return {
          en: `${who.en} got a body that is not the right one.`,
          id: `${who.id} menerima isi (body) yang tidak sesuai.`,
        };
    }
  },
} satisfies FailureTexts;

/** Before the last of several statuses. */
const lastComma = /, (?=\d+$)/;

/** What was wanted: of a regular expression, which stands between slashes, an example. */
function readable(wanted: string | undefined): string | undefined {
  const [, method = "", pattern] = /^([A-Z]+ )?\/(.*[\\^$()[\]|+*?].*)\/$/.exec(wanted ?? "") ?? [];
  const example = pattern === undefined ? null : exampleOf(pattern);
  return example === null ? wanted : `${method}${example.text}`;
}

function header(
  name: string,
  wanted: string | undefined,
  got: string | undefined,
  isUnwanted: boolean,
  who: Text,
): Text {
  if (isUnwanted) {
    return {
      en: `${who.en} got a header field ${name} that should not be there: “${got ?? ""}”.`,
      id: `${who.id} menerima baris header ${name} yang seharusnya tidak ada: “${got ?? ""}”.`,
    };
  }
  const should = wanted ? { en: ` with “${wanted}”`, id: ` dengan “${wanted}”` } : { en: "", id: "" };
  if (!got) {
    return {
      en: `${who.en} got no header field ${name}${should.en}.`,
      id: `${who.id} tidak menerima baris header ${name}${should.id}.`,
    };
  }
  return {
    en: `${who.en} should have got the header field ${name}${should.en} and got “${got}”.`,
    id: `${who.id} seharusnya menerima baris header ${name}${should.id}, tetapi menerima “${got}”.`,
  };
}

const faults: Record<string, Text> = {
  start: {
    en: "its first line is neither a request nor a status line of HTTP/1.0 or 1.1",
    id: "baris pertamanya bukan baris permintaan atau baris status HTTP/1.0 atau 1.1",
  },
  header: {
    en: "a header line is not a name, a colon and a value",
    id: "sebuah baris header bukan nama, titik dua, dan nilai",
  },
  length: { en: "its Content-Length is not a number", id: "Content-Length-nya bukan bilangan" },
  chunk: { en: "a chunk does not begin with its size", id: "sebuah chunk tidak diawali ukurannya" },
};
