import type { Text } from "../model/text.ts";
import { type Cause, strength } from "./evidence.ts";
import { atLine, quotedLine, subject, withStatus } from "./support/phrases.ts";
import { type PrintedError, printedError } from "./support/printed-error.ts";

/** A stack trace instead of a sentence for the user. */
export const traceback: Cause = {
  about: "any",
  name: { en: "Shows a traceback to the user", id: "Menampilkan traceback kepada pengguna" },
  idea: {
    en: "Expected problems (port in use, nobody there, Ctrl-C) deserve one clear sentence; a traceback is a message for the programmer.",
    id: "Masalah yang wajar (port terpakai, server tidak ada, Ctrl-C) cukup dijelaskan dengan satu kalimat; traceback adalah pesan untuk programmer.",
  },
  look: {
    en: "Catch the error where it arises, print one clear line to standard error, and exit with a status other than 0.",
    id: "Tangkap errornya di tempat munculnya, cetak satu baris yang jelas ke standard error, lalu keluar dengan status selain 0.",
  },
  find(evidence) {
    const { failure } = evidence;
    const error = printedError(evidence);
    if (!error?.isUncaught || !["traceback", "wrong-status"].includes(failure.code)) return null;
    const { words, lines, location, meaning } = error;
    const [status, at] = [withStatus(evidence), location && atLine(location)];
    const look = lookAt(error);
    // An error that occurs for every input must be fixed, not caught.
    const isMistake = look === null && meaning?.always === true;
    return {
      strength: failure.code === "traceback" ? strength.named : strength.shown,
      saw: {
        en: `${subject(evidence).en} ended with a stack trace${status.en}: ${quotedLine(words)}${at ? ` (${at.en})` : ""}.`,
        id: `${subject(evidence).id} berakhir dengan stack trace${status.id}: ${quotedLine(words)}${at ? ` (${at.id})` : ""}.`,
      },
      error: words,
      lines,
      location,
      ...(look && { look }),
      ...(isMistake && { name: meaning.name, idea: meaning.idea, look: meaning.look }),
    };
  },
};

/** The advice for common problems; null for another one. */
function lookAt({ words, location }: PrintedError): Text | null {
  if (/KeyboardInterrupt/.test(words)) return interrupted;
  // The failed call may be in the line that reads the port: new ServerSocket(Integer.parseInt(args[1])).
  if (/TimeoutError|socket\.timeout/.test(words) && /\baccept\s*\(/.test(location?.text ?? "")) return null;
  const failed = Object.entries(atCalls).find(([pattern]) => new RegExp(pattern, "i").test(words));
  if (failed) return failed[1];
  if (/gaierror|herror|UnknownHost|ENOTFOUND|no such host|not found/i.test(words)) return unknownName;
  return /args?\b|argv/i.test(location?.text ?? "") || /\bargs?\b|--\w+/.test(words) ? wrongArguments : null;
}

const interrupted = {
  en: "Catch KeyboardInterrupt around the loop of the program, close what is open, and end. Nothing needs to be printed.",
  id: "Tangkap KeyboardInterrupt di sekitar perulangan program, tutup yang terbuka, lalu selesai. Tidak perlu mencetak apa pun.",
};

const unknownName = {
  en: "Handle the error of the lookup: print that no such name, address or service is known, and exit with a status other than 0.",
  id: "Tangani error dari pencarian itu: cetak bahwa nama, alamat, atau layanan itu tidak dikenal, lalu keluar dengan status selain 0.",
};

const wrongArguments = {
  en: "Check the arguments before you use them: where the port is missing or is not a number, print how the program is used, and exit with a status other than 0.",
  id: "Periksa argumen sebelum dipakai: kalau port tidak ada atau bukan bilangan, cetak cara memakai program, lalu keluar dengan status selain 0.",
};

const atCalls: Record<string, Text> = {
  "address already in use|EADDRINUSE|BindException|AddrInUse": {
    en: "Handle the error of bind() (listen() in Node): print that the port is in use, and exit with a status other than 0.",
    id: "Tangani error dari bind() (listen() di Node): cetak bahwa port sedang dipakai, lalu keluar dengan status selain 0.",
  },
  "connection refused|ECONNREFUSED|ConnectException": {
    en: "Handle the error of connect(): print that no server answers there, with host and port, and exit with a status other than 0.",
    id: "Tangani error dari connect(): cetak bahwa tidak ada server di sana, beserta host dan port, lalu keluar dengan status selain 0.",
  },
  "timed out|TimeoutE|timeout": {
    en: "Handle the timeout where you wait: print that no answer came, and exit with a status other than 0.",
    id: "Tangani habisnya batas waktu di tempat Anda menunggu: cetak bahwa tidak ada jawaban, lalu keluar dengan status selain 0.",
  },
  "EOFError|NoSuchElement|end of input": {
    en: "The keyboard's input may end (Ctrl-D): handle that like the last line, and end with status 0.",
    id: "Masukan keyboard bisa habis (Ctrl-D): tangani seperti baris terakhir, lalu selesai dengan status 0.",
  },
};
