import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { atLine, quotedLine, subject } from "./support/phrases.ts";
import { locationInSource } from "./support/sources.ts";

/** A server that listens although its port argument is missing or invalid. */
export const uncheckedArguments: Cause = {
  about: "any",
  name: { en: "Does not check its arguments", id: "Tidak memeriksa argumennya" },
  idea: {
    en: "Text that is not a number easily becomes port 0 (atoi, parseInt), and for port 0 the kernel chooses any free port: nobody finds the server there.",
    id: "Teks yang bukan bilangan mudah menjadi port 0 (atoi, parseInt), dan untuk port 0 kernel memilih port bebas mana saja: tidak ada yang menemukan server di sana.",
  },
  look: {
    en: "Before bind(), look whether the argument is there and is a number from 1 to 65535; otherwise print how the program is used, and exit with a status other than 0.",
    id: "Sebelum bind(), periksa apakah argumennya ada dan berupa bilangan 1 sampai 65535; kalau tidak, cetak cara memakai program, lalu keluar dengan status selain 0.",
  },
  find(evidence) {
    const { failure } = evidence;
    if (failure.code !== "no-exit" && failure.code !== "no-message") return null;
    const port = failure.facts?.listens;
    if (port === undefined) return null;
    return failure.code === "no-exit" ? took(evidence, port) : chose(evidence, port);
  },
};

/** The finding for an invalid port. */
function took(evidence: Evidence, port: number): Finding {
  const told = quotedLine(startedWith(evidence));
  const usual = usualPort(evidence, port);
  return {
    strength: strength.seen,
    ...(usual && { idea: usualHidesTypo, location: usual }),
    saw: {
      en: `${subject(evidence).en} was started with ${told} and listened on port ${port} all the same${usual ? `, the one in its source (${atLine(usual).en})` : ""}.`,
      id: `${subject(evidence).id} dijalankan dengan ${told}, tetapi tetap listen di port ${port}${usual ? `, port yang tertulis di kodenya (${atLine(usual).id})` : ""}.`,
    },
  };
}

/** The finding for a missing port. */
function chose(evidence: Evidence, port: number): Finding {
  const usual = usualPort(evidence, port);
  return {
    strength: strength.seen,
    ...(usual && { ...saysNoPort, location: usual }),
    saw: {
      en: `${subject(evidence).en} was started without a port and listened on port ${port}${usual ? `, the one in its source (${atLine(usual).en}),` : ""} without printing that number.`,
      id: `${subject(evidence).id} dijalankan tanpa port lalu listen di port ${port}${usual ? `, port yang tertulis di kodenya (${atLine(usual).id}),` : ""} tanpa mencetak nomor itu.`,
    },
  };
}

const usualHidesTypo = {
  en: "A default port is for those who give none. Who mistypes one must learn of it, or they look for the server at the wrong place.",
  id: "Port bawaan adalah untuk orang yang tidak memberi port. Orang yang salah mengetik port harus diberi tahu; kalau tidak, ia mencari server di tempat yang salah.",
};

const saysNoPort = {
  name: { en: "Does not say its port", id: "Tidak menyebut port-nya" },
  idea: {
    en: "A default port is fine, but whoever starts the server must be able to read which one it is.",
    id: "Port bawaan boleh saja, tetapi orang yang menjalankan server harus dapat membaca port mana yang dipakai.",
  },
  look: {
    en: "Print the number of the port once the server listens, or ask for it with a message and an exit status other than 0.",
    id: "Cetak nomor port setelah server listen, atau mintalah port lewat sebuah pesan dan status keluar selain 0.",
  },
};

function startedWith({ transcript }: Evidence): string {
  return transcript.findLast(({ kind }) => kind === "started")?.detail ?? "";
}

/** The line of its source with the port; null if the kernel chose it. */
function usualPort(evidence: Evidence, port: number) {
  return locationInSource(evidence, new RegExp(`(?<![\\w.])${port}(?![\\w.])`));
}
