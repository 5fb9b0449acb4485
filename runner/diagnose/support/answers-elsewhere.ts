import { type Diagnoser, type Evidence, strength } from "../evidence.ts";
import { subject } from "./phrases.ts";
import { codeOf } from "./source-code.ts";
import { lineInSource, sourcesOf } from "./sources.ts";

/** A UDP server that sends its answers to a fixed address instead of the sender's. */
export const answersElsewhere: Diagnoser = (evidence) => {
  const { failure, kind, transport, blocked, conversations } = evidence;
  const isDue = ["no-reply", "replies-missing"].includes(failure.code) && kind === "server" && transport === "udp";
  if (!isDue || conversations.some(({ received }) => received.length > 0)) return null;
  // It waits for the next datagram, so it has read all that came.
  if (!blocked.some(({ call }) => call === "recv") || !sendsToFixedAddress(evidence)) return null;
  const place = lineInSource(evidence, fixedAddress);
  return {
    strength: strength.shown,
    name: { en: "Answers an address of its own", id: "Membalas ke alamat pilihan sendiri" },
    idea: {
      en: "A client's port is another each time: only the address that came with the datagram leads back to who sent it.",
      id: "Port client berbeda setiap kali: hanya alamat yang datang bersama datagram yang menuju kembali ke pengirimnya.",
    },
    look: {
      en: "Send to the address that recvfrom returned: data, addr = sock.recvfrom(65535), then sock.sendto(data, addr).",
      id: "Kirim ke alamat yang dikembalikan recvfrom: data, addr = sock.recvfrom(65535), lalu sock.sendto(data, addr).",
    },
    saw: {
      en: `${subject(evidence).en} read what ${failure.who} sent and waited for the next datagram; its sendto() names an address of its own, and nothing came back.`,
      id: `${subject(evidence).id} membaca kiriman ${failure.who} lalu menunggu datagram berikutnya; sendto()-nya menyebut alamat tersendiri, dan tidak ada yang kembali.`,
    },
    ...(place && { lines: [place] }),
  };
};

/** In Python, a tuple literal as the address. */
const fixedAddress = /\.sendto\s*\(.*,\s*\(([^(),]*),\s*((?:[^(),]|\([^()]*\))*)\)\s*\)\s*$/;

/** Whether every sendto() has such an address, and nothing in it can have come with the datagram. */
function sendsToFixedAddress(evidence: Evidence): boolean {
  const code = sourcesOf(evidence)
    .map(({ file, text }) => codeOf(file, text))
    .join("\n");
  const calls = code.split("\n").filter((line) => /\.sendto\s*\(/.test(line));
  return evidence.language === "Python" && calls.length > 0 && calls.every((line) => isFixed(line, code));
}

function isFixed(line: string, code: string): boolean {
  const [, host = "", port = ""] = fixedAddress.exec(line) ?? [];
  return host !== "" && isOwn(host, code) && (isOwn(port, code) || /^\w+\s*[+-]\s*\d+$/.test(port.trim()));
}

/** A text, a number, a word of the command line, or a variable that is only ever given one of these. */
function isOwn(value: string, code: string): boolean {
  if (constant.test(value.trim())) return true;
  if (!/^\s*\w+\s*$/.test(value)) return false;
  const name = value.trim();
  const given = [...code.matchAll(new RegExp(`^[ \\t]*${name}\\s*=(?!=)(.*)`, "gm"))].map(([, from = ""]) =>
    from.trim(),
  );
  const all = code.match(
    new RegExp(`\\b${name}\\b[\\w\\s,()]*=(?!=)|\\bfor\\b.*\\b${name}\\b.*\\bin\\b|\\bdef\\b.*\\b${name}\\b`, "g"),
  );
  return given.length > 0 && given.length === all?.length && given.every((from) => constant.test(from));
}

const constant =
  /^(?:["'][^"']*["']|\d+|(?:int\s*\(\s*)?(?:sys\.)?argv\s*\[[^\]]*\]\s*\)?|int\s*\(\s*["']?\d+["']?\s*\))$/;
