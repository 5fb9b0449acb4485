import { keptStart } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { isExpected, receivedInstead } from "./support/expected-bytes.ts";
import { quoted, subject } from "./support/phrases.ts";
import { holdsPadded, type NativeFormat, nativeFormats, turnedRound } from "./support/struct-formats.ts";

/** A number arrived in the wrong byte order. */
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
    if (swapped === null) return ofItsFormats(evidence);
    const [came, wanted] = [quoted(swapped.came), quoted(swapped.wanted)];
    return {
      strength: strength.seen,
      saw: {
        en: `${subject(evidence).en} sent ${evidence.failure.who} ${came.en} instead of ${wanted.en}: the same bytes, the last one first.`,
        id: `${subject(evidence).id} mengirim ${came.id} kepada ${evidence.failure.who}, padahal seharusnya ${wanted.id}: byte yang sama, yang terakhir lebih dulu.`,
      },
    };
  },
};

/** What the formats of Python's struct show, with what was seen on the wire. */
function ofItsFormats(evidence: Evidence): Finding | null {
  const formats = nativeFormats(evidence);
  const [first] = formats;
  if (first === undefined) return null;
  const padded = formats.find(({ packs, size, packedSize }) => packs && size !== packedSize);
  if (padded && isPadded(evidence, padded)) return paddedNumbers(evidence, padded);
  const culprit = needsTurning(evidence, formats) ?? waitsForATurnedLength(evidence, formats);
  return (
    culprit && {
      strength: strength.seen,
      lines: [{ file: culprit.file, line: culprit.line }],
      saw: {
        en: `${subject(evidence).en} has numbers in the order of this machine, the last byte first: the format "${culprit.format}" names no order (${culprit.file} line ${culprit.line}).`,
        id: `${subject(evidence).id} memakai urutan byte mesin ini, yang terakhir lebih dulu: format "${culprit.format}" tidak menyebut urutan (${culprit.file} baris ${culprit.line}).`,
      },
    }
  );
}

/** Where turning round what its formats packed, at the beginning and at the end, makes what came right. */
function needsTurning(evidence: Evidence, formats: readonly NativeFormat[]): NativeFormat | null {
  const came = receivedInstead(evidence);
  if (came === null || isExpected(evidence, came)) return null;
  const packing = formats.filter(({ packs, size }) => packs && size <= came.length);
  for (const head of packing) {
    const turned = turnedRound(came, 0, head);
    if (isExpected(evidence, turned)) return head;
    for (const tail of packing)
      if (isExpected(evidence, turnedRound(turned, came.length - tail.size, tail))) return head;
  }
  return null;
}

/** It waits for as many bytes as the length says when it is read from the wrong end. */
function waitsForATurnedLength(evidence: Evidence, formats: readonly NativeFormat[]): NativeFormat | null {
  const { failure, blocked, conversations } = evidence;
  const conversation = conversations.find(({ peer }) => peer === failure.who);
  if (failure.code !== "no-reply" || !conversation || !blocked.some(({ on }) => on === failure.who)) return null;
  const sent = Buffer.concat([...conversation.sent]);
  const reads = formats.filter(({ packs, format }) => !packs && format.length === 1);
  return (
    reads.find(({ size }) => {
      if (sent.length < size || size > 6) return false;
      const [right, turned] = [sent.readUIntBE(0, size), sent.readUIntLE(0, size)];
      return size + right <= sent.length && size + turned > sent.length;
    }) ?? null
  );
}

/** Whether the first difference lies in what this format packed: what came is its numbers with gaps, where they are due without. */
function isPadded(evidence: Evidence, format: NativeFormat): boolean {
  const { code, difference, expected, actual } = evidence.failure;
  if (code !== "reply-differs" || !difference || !expected || !actual) return false;
  // The numbers may have begun before what the failed step looked at: a gap may look like the first bytes of a number.
  const all = joined(failedConversation(evidence)?.received ?? []);
  const before = all.subarray(0, Math.max(0, all.length - actual.length));
  const [due, came] = [expected, actual].map((kept) => Buffer.concat([before, keptStart(kept)]));
  const at = before.length + difference.offset;
  const starts = Array.from({ length: Math.min(at, format.size) + 1 }, (_, back) => at - back);
  return starts.some((start) => due && came && holdsPadded(came.subarray(start), due.subarray(start), format));
}

function paddedNumbers(evidence: Evidence, { file, line, format, size, packedSize }: NativeFormat): Finding {
  return {
    strength: strength.likely,
    lines: [{ file, line }],
    name: { en: "The format pads its numbers", id: "Format menambahkan byte pengisi" },
    idea: {
      en: "Without an order in front, struct lays numbers out as this machine's memory does: with empty bytes between them, and the last byte first.",
      id: "Tanpa tanda urutan di depan, struct menyusun bilangan seperti memori mesin ini: dengan byte kosong di antaranya, dan byte terakhir lebih dulu.",
    },
    look: {
      en: `Begin every format with !, which packs without gaps in network order: struct.pack("!${format}", ...).`,
      id: `Awali setiap format dengan !, yang menyusun tanpa celah dalam network order: struct.pack("!${format}", ...).`,
    },
    saw: {
      en: `${subject(evidence).en} packs "${format}" into ${size} bytes (${file} line ${line}); without padding they are ${packedSize}.`,
      id: `${subject(evidence).id} menyusun "${format}" menjadi ${size} byte (${file} baris ${line}); tanpa byte pengisi seharusnya ${packedSize}.`,
    },
  };
}

/** The first number in which the received and the expected bytes differ, if they differ in byte order only. */
function swappedNumber({ failure }: Evidence): { came: Buffer; wanted: Buffer } | null {
  const [expected, actual] = [keptStart(failure.expected), keptStart(failure.actual)];
  if (!failure.difference) return null;
  const { offset } = failure.difference;
  for (const length of sizes) {
    // The number may begin before the first difference, because its bytes may be equal in both orders there.
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

/** Two swapped bytes may be a part of a longer number: so everything after them must be right, or swapped as well. */
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
