import type { Facts } from "../model/failure.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { isDeafToTheAskedWay } from "./support/asked-way.ts";
import { isSwapped, lacksHtons, type SwappedPort, swappedPort } from "./support/byte-order.ts";
import { lineMatching } from "./support/last-words.ts";
import { atLine, quotedLine, subject } from "./support/phrases.ts";
import { locationInSource } from "./support/sources.ts";

/** The program uses another port than the one given in the way the lab asks for. */
export const wrongPort: Cause = {
  about: "any",
  name: { en: "Uses another port", id: "Memakai port lain" },
  idea: {
    en: "The port is the door that both sides agree on; a program that ignores the one it is told meets nobody there.",
    id: "Port adalah pintu yang disepakati kedua pihak; program yang mengabaikan port yang diberikan tidak akan bertemu siapa pun.",
  },
  look: {
    en: "Read the port from the command line, turn it into a number, and give that very number to bind() or connect().",
    id: "Ambil port dari baris perintah, ubah menjadi bilangan, lalu berikan bilangan itu kepada bind() atau connect().",
  },
  find: (evidence) => {
    const { failure, port } = evidence;
    if (failure.code === "wrong-port") {
      const { given, found } = failure.facts;
      return {
        strength: strength.certain,
        ...(isSwapped(given, found) && byteOrder),
        saw: {
          en: `${subject(evidence).en} was told port ${given} and listened on port ${found}.`,
          id: `${subject(evidence).id} diberi port ${given} tetapi listen di port ${found}.`,
        },
      };
    }
    if (failure.code === "reply-from-elsewhere") return answeredFrom(evidence, failure.facts);
    const swapped = aboutPorts.has(failure.code) ? swappedPort(evidence) : null;
    if (swapped) return { strength: strength.proven, ...byteOrder, saw: listenedSwapped(evidence, swapped) };
    if (failure.code === "no-exit" && lacksHtons(evidence)) return withoutHtons(evidence);
    const refused = refusedOption(evidence);
    if (refused !== null) return { strength: strength.named, ...otherOption, saw: refusedIt(evidence, refused) };
    if (!isDeafToTheAskedWay(evidence)) return null;
    const words = port.words === undefined ? "" : ` (${port.words})`;
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} did not take the port ${ways[port.asked]?.en}: it takes it ${ways[port.method]?.en}${words}.`,
        id: `${subject(evidence).id} tidak menerima port ${ways[port.asked]?.id}: ia mengambilnya ${ways[port.method]?.id}${words}.`,
      },
    };
  },
};

/** The line in which the program refuses the option with which the handout starts it. */
function refusedOption(evidence: Evidence): string | null {
  const { failure, kind, transcript } = evidence;
  const isFirstStart = transcript.filter((event) => event.kind === "started").length === 1;
  if (kind === "program" || failure.code !== "exited-early" || !isFirstStart) return null;
  return lineMatching(evidence, unknownOption);
}

const unknownOption =
  /(unrecogni[sz]ed|unknown|invalid|illegal|no such|unexpected) (option|argument|flag)s?\b.*-|flag provided but not defined|arguments are required: -/i;

const otherOption = {
  name: { en: "Does not know this option", id: "Tidak mengenal opsi ini" },
  look: {
    en: 'Define the option as the handout names it, for instance --port: with argparse add_argument("--port", type=int), or add_argument("-p", "--port") for two names.',
    id: 'Daftarkan opsi dengan nama seperti di modul praktikum, misalnya --port: di argparse add_argument("--port", type=int), atau add_argument("-p", "--port") untuk dua nama.',
  },
};

function refusedIt(evidence: Evidence, words: string) {
  const how = evidence.transcript.find(({ kind }) => kind === "started")?.detail ?? "";
  return {
    en: `${subject(evidence).en} was started with ${quotedLine(how)} and refused that: ${quotedLine(words)}.`,
    id: `${subject(evidence).id} dijalankan dengan ${quotedLine(how)} dan menolaknya: ${quotedLine(words)}.`,
  };
}

/** The texts for a port with swapped bytes: network byte order was forgotten. */
const byteOrder = {
  name: { en: "The port's bytes are swapped", id: "Byte port tertukar" },
  idea: {
    en: "The network puts the high byte of a port first, most processors the low one: sin_port must be turned round by htons().",
    id: "Jaringan menaruh byte tinggi dari port lebih dulu, sedangkan kebanyakan prosesor byte rendah: sin_port harus dibalik dengan htons().",
  },
  look: {
    en: "Write addr.sin_port = htons(port), and ntohs() where you print a port that the kernel tells you.",
    id: "Tulis addr.sin_port = htons(port), dan ntohs() di tempat Anda mencetak port dari kernel.",
  },
};

/** Failures that a wrong port can cause. */
const aboutPorts = new Set(["no-exit", "not-listening", "refused", "no-connection"]);

/** A port that is given to the address without a function that may turn its bytes round. */
const givenAsItIs = /sin6?_port\s*=\s*(?:\(\s*[\w ]+\)\s*)?(?:(?:atoi|atol|strtou?l)\s*\([^;?]*\)|[\w.>[\]-]+)\s*[;,]/;

function withoutHtons(evidence: Evidence): Finding | null {
  const place = locationInSource(evidence, givenAsItIs);
  const listens = evidence.blocked.some(({ on }) => on === "listening");
  if (place === null || !listens) return null;
  const at = atLine(place);
  return {
    strength: strength.seen,
    ...byteOrder,
    saw: {
      en: `${subject(evidence).en} listened at another port than the one it was told: ${at.en} sets the port without htons().`,
      id: `${subject(evidence).id} listen di port lain daripada yang diberikan: ${at.id} mengisi port tanpa htons().`,
    },
    location: place,
  };
}

function listenedSwapped(evidence: Evidence, { told, used }: SwappedPort) {
  return {
    en: `${subject(evidence).en} was told port ${told} and used port ${used}: the same two bytes in the other order.`,
    id: `${subject(evidence).id} diberi port ${told} tetapi memakai port ${used}: dua byte yang sama dengan urutan terbalik.`,
  };
}

/** The texts for an answer from another socket than the one that received the question. */
const otherSocket = {
  strength: strength.certain,
  idea: {
    en: "A client knows its server by address and port. One that called connect(), as nc -u does, never sees what comes from another port, and a careful one ignores it.",
    id: "Client mengenali server dari alamat dan port-nya. Client yang memanggil connect(), seperti nc -u, tidak pernah melihat kiriman dari port lain, dan client yang teliti mengabaikannya.",
  },
  look: {
    en: "Send the answer with the socket that received the question instead of making a new one for it.",
    id: "Kirim balasan dengan socket yang menerima pesannya, jangan membuat socket baru untuk itu.",
  },
};

/**
 * The texts for a protocol such as TFTP, in which each conversation has its own port, but the answer came from the
 * shared one.
 */
const sameSocket = {
  strength: strength.certain,
  name: { en: "Answers from the port that was asked", id: "Membalas dari port yang ditanya" },
  idea: {
    en: "Here the port that everybody knows only takes requests: each conversation goes on at a port of its own, so that those of several clients are not mixed up.",
    id: "Di sini port yang dikenal semua client hanya menerima permintaan: setiap percakapan berlanjut di port tersendiri agar percakapan beberapa client tidak tercampur.",
  },
  look: {
    en: "Make a new socket for each request, without bind() or with port 0, and send everything that belongs to it from there.",
    id: "Buat socket baru untuk setiap permintaan, tanpa bind() atau dengan port 0, lalu kirim semua balasannya dari sana.",
  },
};

function answeredFrom(evidence: Evidence, { asked, from }: Facts<"reply-from-elsewhere">): Finding {
  if (asked === from) {
    return {
      ...sameSocket,
      saw: {
        en: `${subject(evidence).en} was asked at port ${asked} and answered from that port.`,
        id: `${subject(evidence).id} ditanya di port ${asked} dan membalas dari port itu juga.`,
      },
    };
  }
  return {
    ...otherSocket,
    saw: {
      en: `${subject(evidence).en} was asked at port ${asked} and answered from port ${from}.`,
      id: `${subject(evidence).id} ditanya di port ${asked} tetapi membalas dari port ${from}.`,
    },
  };
}

const ways: Record<string, { en: string; id: string }> = {
  flag: { en: "after an option such as --port N", id: "dari opsi seperti --port N" },
  argument: { en: "as a bare argument", id: "dari argumen tanpa opsi" },
  arguments: { en: "from other arguments", id: "dari argumen lain" },
  command: { en: "from its arguments, as the lab says", id: "dari argumennya, seperti yang diminta lab" },
  environment: { en: "from the environment", id: "dari variabel lingkungan" },
  source: { en: "from its own source", id: "dari kodenya sendiri" },
  typed: { en: "from the keyboard", id: "dari keyboard" },
  placeholder: { en: "from its command line", id: "dari baris perintahnya" },
};
