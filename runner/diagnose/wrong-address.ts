import { keptStart } from "../model/kept-bytes.ts";
import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { subject } from "./support/phrases.ts";

/** A server that listens on another address than the one clients use. */
export const wrongAddress: Cause = {
  about: "any",
  name: { en: "Uses another address", id: "Memakai alamat lain" },
  idea: {
    en: "A socket bound to one address is reached at that address alone; the address of your own machine exists nowhere else.",
    id: "Socket yang terikat pada satu alamat hanya dapat dihubungi lewat alamat itu; alamat komputer Anda tidak ada di komputer lain.",
  },
  look: {
    en: "Use localhost (127.0.0.1) or, in a server, '' or 0.0.0.0 for every address, instead of an address typed into the source.",
    id: "Pakai localhost (127.0.0.1) atau, untuk server, '' atau 0.0.0.0 agar menerima dari semua alamat, bukan alamat yang ditulis tetap di kode.",
  },
  find: (evidence) => {
    const { failure, kind, exit, transcript } = evidence;
    if (failure.code === "wrong-answer") return tellsLoopback(evidence);
    if (kind !== "server" || exit || failure.code !== "not-listening" || !happened(evidence, "listening")) return null;
    if (failure.facts?.path !== undefined) return null;
    const where = transcript.find((event) => event.kind === "listening")?.detail ?? "";
    const sought = families[failure.facts?.family ?? "any"];
    return {
      strength: strength.shown,
      ...(failure.facts?.family === "ipv6" && overIpv6),
      saw: {
        en: `${subject(evidence).en} listened at ${where} only, and this client looked for it ${sought.en}.`,
        id: `${subject(evidence).id} hanya listen di ${where}, sedangkan client ini mencarinya ${sought.id}.`,
      },
    };
  },
};

/** It was asked for its machine's address and told the one that every machine calls itself. */
function tellsLoopback(evidence: Evidence): Finding | null {
  const { expected, actual } = evidence.failure;
  // A machine may have several addresses.
  const right = keptStart(expected).toString().trim().split(", ");
  const [due = ""] = right;
  const told = /\b127(?:\.\d{1,3}){3}\b/.exec(keptStart(actual).toString())?.[0];
  if (told === undefined || !/^\d+(?:\.\d+){3}$/.test(due) || right.some((each) => each.startsWith("127.")))
    return null;
  return {
    strength: strength.likely,
    name: { en: "The address for oneself alone", id: "Alamat untuk diri sendiri" },
    idea: {
      en: "Every machine calls itself 127.0.0.1 (localhost), and on many its own name leads there, too: nobody else reaches it at that address.",
      id: "Setiap mesin menyebut dirinya 127.0.0.1 (localhost), dan di banyak mesin namanya sendiri juga menuju ke sana: mesin lain tidak dapat mencapainya lewat alamat itu.",
    },
    look: {
      en: 'Ask from which address your machine would send: connect() a UDP socket to an address outside, such as ("8.8.8.8", 53), which sends nothing, and take getsockname()[0].',
      id: 'Tanyakan dari alamat mana mesin Anda akan mengirim: connect() sebuah socket UDP ke alamat luar, misalnya ("8.8.8.8", 53), yang tidak mengirim apa pun, lalu ambil getsockname()[0].',
    },
    saw: {
      en: `${subject(evidence).en} told ${told}, the address of localhost, where ${due} is the machine's own.`,
      id: `${subject(evidence).id} menyebut ${told}, alamat localhost, padahal alamat mesin itu ${due}.`,
    },
  };
}

/** The addresses that clients use. */
const families: Record<"ipv4" | "ipv6" | "any", Text> = {
  ipv4: { en: "over IPv4, at 127.0.0.1", id: "lewat IPv4, di 127.0.0.1" },
  ipv6: { en: "over IPv6, at ::1", id: "lewat IPv6, di ::1" },
  any: { en: "at another address", id: "di alamat lain" },
};

/** The texts for IPv6: IPv4's loopback and wildcard addresses do not serve IPv6 clients. */
const overIpv6 = {
  idea: {
    en: "IPv4 and IPv6 are two sets of addresses: 127.0.0.1 and 0.0.0.0 belong to the one, ::1 and :: to the other.",
    id: "IPv4 dan IPv6 adalah dua kumpulan alamat: 127.0.0.1 dan 0.0.0.0 milik yang satu, ::1 dan :: milik yang lain.",
  },
  look: {
    en: "Bind an IPv6 socket to :: with IPV6_V6ONLY off, which takes both (Python: create_server with dualstack_ipv6=True), or listen on one socket for each.",
    id: "Bind socket IPv6 ke :: dengan IPV6_V6ONLY mati sehingga menerima keduanya (Python: create_server dengan dualstack_ipv6=True), atau pakai satu socket untuk masing-masing.",
  },
};
