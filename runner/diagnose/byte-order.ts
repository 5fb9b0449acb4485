import { type Cause, type Evidence, strength } from "./evidence.ts";
import { quoted, subject } from "./support/phrases.ts";

/** A number came with its bytes in the other order. */
export const byteOrder: Cause = {
  about: ["reply", "greeting", "stream"],
  name: { en: "A number's bytes are in the other order", id: "Urutan byte bilangan terbalik" },
  idea: {
    en: "Protocols send the most significant byte of a number first (network order); most processors keep it last.",
    id: "Protokol mengirim byte paling berarti dari sebuah bilangan lebih dulu (network order); kebanyakan prosesor menyimpannya paling akhir.",
  },
  look: {
    en: "Say the order wherever a number is packed or unpacked: struct.pack('!H', n) in Python, htons() and htonl() in C, binary.BigEndian in Go, writeUInt16BE in Node.",
    id: "Sebutkan urutannya setiap kali bilangan dikemas atau dibaca: struct.pack('!H', n) di Python, htons() dan htonl() di C, binary.BigEndian di Go, writeUInt16BE di Node.",
  },
  find(evidence) {
    const swapped = evidence.failure.code === "reply-differs" ? swappedNumber(evidence) : null;
    if (swapped === null) return null;
    const [came, wanted] = [quoted(swapped.came), quoted(swapped.wanted)];
    return {
      strength: strength.seen,
      saw: {
        en: `${subject(evidence).en} sent ${evidence.failure.who} ${came.en} where ${wanted.en} was due: the same bytes, the last one first.`,
        id: `${subject(evidence).id} mengirim ${came.id} kepada ${evidence.failure.who}, padahal seharusnya ${wanted.id}: byte yang sama, yang terakhir lebih dulu.`,
      },
    };
  },
};

/** The number at which what came and what was due part, where turning its bytes round makes the one of the other. */
function swappedNumber({ failure }: Evidence): { came: Buffer; wanted: Buffer } | null {
  const [expected, actual] = [failure.expected, failure.actual].map((kept) => Buffer.from(kept?.head ?? "", "base64"));
  if (expected === undefined || actual === undefined || !failure.difference) return null;
  const { offset } = failure.difference;
  for (const length of sizes) {
    // The bytes before the first difference may be those of the number, too, where it reads the same both ways there.
    for (let start = offset; start >= 0 && start > offset - length; start--) {
      const wanted = expected.subarray(start, start + length);
      const came = actual.subarray(start, start + length);
      const isWhole = wanted.length === length && came.length === length;
      if (
        isWhole &&
        !wanted.equals(came) &&
        Buffer.from(wanted).reverse().equals(came) &&
        isRestAlike(expected, actual, start + length)
      )
        return { came, wanted };
    }
  }
  return null;
}

/** Of a longer number two swapped bytes may look like a short one: all that follows must be as it should, or swapped as well. */
function isRestAlike(expected: Buffer, actual: Buffer, from: number): boolean {
  const length = Math.min(expected.length, actual.length);
  return (
    expected.subarray(from, length).equals(actual.subarray(from, length)) || sameBytes(expected, actual, from, length)
  );
}

function sameBytes(expected: Buffer, actual: Buffer, from: number, to: number): boolean {
  const sorted = (bytes: Buffer) => Buffer.from(bytes.subarray(from, to)).sort();
  return sorted(expected).equals(sorted(actual));
}

const sizes = [8, 4, 2];
