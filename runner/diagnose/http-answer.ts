import type { Text } from "../model/text.ts";
import { same } from "../texts/failures/phrases.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, happened, joined } from "./support/conversations.ts";
import { innerSubject, quoted, quotedLine, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** An answer that is not what HTTP asks for: its status, its header, or the empty line behind that. */
export const httpAnswer: Cause = {
  about: "any",
  name: { en: "Not the answer that HTTP asks for", id: "Bukan jawaban menurut HTTP" },
  idea: {
    en: "The first line of an answer says how it went: 200 with what was asked for, 404 for what is not there, 405 or 501 for a method that is not served.",
    id: "Baris pertama jawaban menyatakan hasilnya: 200 beserta yang diminta, 404 untuk yang tidak ada, 405 atau 501 untuk metode yang tidak dilayani.",
  },
  look: {
    en: "Follow the request from the line that it begins with to the status that you send, and look which case this one falls into.",
    id: "Telusuri permintaan dari baris pertamanya sampai status yang dikirim, lalu lihat permintaan ini masuk ke kasus yang mana.",
  },
  find(evidence) {
    // A proxy passes on what a server that the grader plays has answered.
    if (evidence.kind !== "server" || happened(evidence, "listen")) return null;
    return wrongStatus(evidence) ?? wrongHeader(evidence) ?? brokenHead(evidence);
  },
};

function wrongStatus(evidence: Evidence): Finding | null {
  const { failure } = evidence;
  if (failure.code !== "http-differs" || failure.facts?.what !== "status") return null;
  const [wanted, got] = [failure.facts.wanted ?? "", /\b\d{3}\b/.exec(failure.facts.got ?? "")?.[0] ?? ""];
  const due = wanted.split(", ");
  const words = got.startsWith("2") ? insteadOf(due) : got === "404" && wanted === "200" ? missed(evidence) : null;
  if (!words) return null;
  return {
    strength: strength.likely,
    ...words,
    saw: {
      en: `${subject(evidence).en} answered ${failure.who} with ${got}, where ${due.join(" or ")} is due.`,
      id: `${subject(evidence).id} menjawab ${failure.who} dengan ${got}, padahal seharusnya ${due.join(" atau ")}.`,
    },
  };
}

type Words = Pick<Cause, "name" | "look">;

/** The advice on the slash is for a source that leaves it where it is. */
function missed(evidence: Evidence): Words {
  return standsInSource(evidence, takesTheSlashOff) ? { ...notFound, look: askedWrongly } : notFound;
}

const takesTheSlashOff =
  /strip\(\s*["']\/|\[1:|(?:slice|substring|substr)\(\s*1\b|removeprefix\(|TrimPrefix\(|TrimLeft\(|strip_prefix\(|trim_start_matches\(|replace\w*\([^)]*\/|["'`]\.["'`]?\s*\+|\+\s*1\b/;

const askedWrongly: Text = {
  en: "Print the path just before the status is chosen, with what the condition around it says: the file is there, and this request still ended at 404.",
  id: "Cetak path tepat sebelum status dipilih, beserta hasil kondisi di sekitarnya: filenya ada, tetapi permintaan ini tetap berakhir di 404.",
};

const notFound: Words = {
  name: { en: "Does not find a file that is there", id: "Tidak menemukan file yang ada" },
  look: {
    en: "Print the path that you open: /notes.txt with its slash lies at the root of the machine, so take the slash off (and make / index.html).",
    id: "Cetak path yang dibuka: /notes.txt dengan garis miring berada di root mesin, jadi hilangkan garis miringnya (dan jadikan / index.html).",
  },
};

/** Of an answer that all went well where one of these statuses is due. */
function insteadOf(due: readonly string[]): Words | null {
  if (due.includes("405") || due.includes("501")) return anyMethod;
  if (due.includes("403")) return leadsOut;
  return due.includes("404") ? isNotThere : null;
}

const isNotThere: Words = {
  name: { en: "Says 200 for what is not there", id: "Menjawab 200 untuk yang tidak ada" },
  look: {
    en: "Look whether the file exists, or catch the error of open(), before you send a status: then 404 is the first line.",
    id: "Periksa apakah file ada, atau tangkap error dari open(), sebelum mengirim status: dalam hal itu baris pertamanya 404.",
  },
};

const anyMethod: Words = {
  name: { en: "Does not look at the method", id: "Tidak memeriksa metode" },
  look: {
    en: "The first word of a request is its method: where it is not GET, answer 405 or 501 instead of the file.",
    id: "Kata pertama permintaan adalah metodenya: kalau bukan GET, jawab 405 atau 501, bukan filenya.",
  },
};

const leadsOut: Pick<Cause, "name" | "idea" | "look"> = {
  name: { en: "Serves files outside its folder", id: "Menyajikan file di luar foldernya" },
  idea: {
    en: "A path with .. in it leads upwards: who asks for /../secret gets files that nobody meant to publish.",
    id: "Path yang berisi .. menuju ke atas: siapa pun yang meminta /../rahasia mendapat file yang tidak dimaksudkan untuk umum.",
  },
  look: {
    en: "Make the path whole before you open it (os.path.realpath), and answer 404 where it does not begin with your folder's.",
    id: "Jadikan path utuh sebelum dibuka (os.path.realpath), lalu jawab 404 kalau tidak diawali path folder Anda.",
  },
};

function wrongHeader(evidence: Evidence): Finding | null {
  const { failure } = evidence;
  if (failure.code !== "http-differs" || !failure.facts) return null;
  const { facts } = failure;
  if (facts.what !== "header" && facts.what !== "length") return null;
  const { name = "", got = "", wanted = "" } = facts.what === "length" ? { name: "Content-Length" } : facts;
  const words = fields[name.toLowerCase()];
  if (words === undefined) return null;
  const came: Text =
    got === ""
      ? { en: `without ${name}`, id: `tanpa ${name}` }
      : { en: `with ${name} ${quotedLine(got)}`, id: `dengan ${name} ${quotedLine(got)}` };
  const due: Text =
    wanted.startsWith("/") || wanted === "" ? same("") : { en: `: ${wanted} is due`, id: `: seharusnya ${wanted}` };
  return {
    strength: strength.likely,
    ...words,
    saw: {
      en: `${subject(evidence).en} answered ${failure.who} ${came.en}${due.en}.`,
      id: `${subject(evidence).id} menjawab ${failure.who} ${came.id}${due.id}.`,
    },
  };
}

const fields: Record<string, Pick<Cause, "name" | "idea" | "look">> = {
  "content-type": {
    name: { en: "Not the type of the file", id: "Bukan tipe file itu" },
    idea: {
      en: "A browser goes by Content-Type, not by the name: what it does not fit is shown wrongly or not at all.",
      id: "Browser berpegang pada Content-Type, bukan pada nama: yang tidak cocok ditampilkan salah atau tidak sama sekali.",
    },
    look: {
      en: "Choose the type by the ending of the file's name: text/html, text/plain, image/png.",
      id: "Pilih tipe menurut akhiran nama file: text/html, text/plain, image/png.",
    },
  },
  "content-length": {
    name: { en: "Does not say how long the body is", id: "Tidak menyebut panjang isi" },
    idea: {
      en: "Content-Length is the number of bytes after the empty line: without it a client only knows that all has come when the connection ends.",
      id: "Content-Length adalah jumlah byte setelah baris kosong: tanpanya, client baru tahu semuanya sudah datang saat koneksi berakhir.",
    },
    look: {
      en: "Read the whole file first, and send its length in bytes: Content-Length: len(body), before the empty line.",
      id: "Baca seluruh file dulu, lalu kirim panjangnya dalam byte: Content-Length: len(body), sebelum baris kosong.",
    },
  },
};

/** No status line, or no empty line behind the header. */
function brokenHead(evidence: Evidence): Finding | null {
  const { failure } = evidence;
  const came = joined(failedConversation(evidence)?.received ?? []);
  if (came.length === 0) return null;
  const beginsRight = came.toString("latin1").startsWith("HTTP/");
  const isHeadless =
    failure.code === "http-malformed" ? failure.facts?.what === "start" : failure.code === "http-incomplete";
  if (isHeadless && !beginsRight) {
    const shown = quoted(came);
    return {
      strength: strength.likely,
      ...noStatusLine,
      saw: {
        en: `What ${innerSubject(evidence).en} sent ${failure.who} begins with ${shown.en}.`,
        id: `Kiriman ${innerSubject(evidence).id} kepada ${failure.who} diawali ${shown.id}.`,
      },
    };
  }
  if (failure.code !== "http-incomplete" || failure.facts?.what !== "head" || !beginsRight) return null;
  if (/\r?\n\r?\n/.test(came.toString("latin1"))) return null;
  return {
    strength: strength.likely,
    ...noEmptyLine,
    saw: {
      en: `${subject(evidence).en} sent ${failure.who} the lines of a header, and no empty line after them.`,
      id: `${subject(evidence).id} mengirim baris-baris header kepada ${failure.who}, tanpa baris kosong setelahnya.`,
    },
  };
}

const noStatusLine: Words = {
  name: { en: "No status line", id: "Tidak ada baris status" },
  look: {
    en: "Send HTTP/1.1 200 OK first, then the header's lines, an empty line, and only then the file.",
    id: "Kirim dulu HTTP/1.1 200 OK, lalu baris-baris header, baris kosong, dan baru isi filenya.",
  },
};

const noEmptyLine: Pick<Cause, "name" | "idea" | "look"> = {
  name: { en: "No empty line after the header", id: "Tidak ada baris kosong setelah header" },
  idea: {
    en: "An empty line (CR LF, once more) separates header and body: without it the file is taken for more of the header.",
    id: "Baris kosong (CR LF sekali lagi) memisahkan header dan isi: tanpanya, isi file dianggap lanjutan header.",
  },
  look: {
    en: "End the last line of the header with \\r\\n\\r\\n, and send the body after that.",
    id: "Akhiri baris header terakhir dengan \\r\\n\\r\\n, lalu kirim isinya setelah itu.",
  },
};
