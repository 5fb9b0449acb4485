import type { Cause, Evidence } from "../evidence.ts";
import { sourcesOf } from "./sources.ts";

/** The texts if the beginning of what was sent was printed, as far as the number in the program's only recv() goes. */
export function readsAPart(sent: Buffer, evidence: Evidence): Pick<Cause, "name" | "look"> | null {
  const calls = sourcesOf(evidence).flatMap(({ text }) => [...text.matchAll(/\b(recv(?:from)?)\s*\(\s*(\d+)\s*\)/g)]);
  const [, call = "recv", digits] = calls[0] ?? [];
  const size = Number(digits ?? 0);
  const part = sent.subarray(0, size).toString();
  if (calls.length !== 1 || size < 3 || size >= sent.length || !evidence.output.stdout.includes(part)) return null;
  const name = { en: `Reads ${size} bytes and no more`, id: `Hanya membaca ${size} byte` };
  if (evidence.transport === "udp") return { name, look: ofADatagram(call, size) };
  return {
    name,
    look: {
      en: `recv(${size}) returns at most ${size} bytes. Give it room for more, such as recv(1024), and call it in a loop until it returns no bytes; print what came, and close only then.`,
      id: `recv(${size}) mengembalikan paling banyak ${size} byte. Beri ruang lebih, misalnya recv(1024), dan panggil di dalam perulangan sampai tidak mengembalikan byte; cetak yang datang, baru kemudian tutup.`,
    },
  };
}

/** The rest of a datagram is thrown away. */
function ofADatagram(call: string, size: number) {
  return {
    en: `${call}(${size}) gives the first ${size} bytes of a datagram and throws the rest away. Give it room for the largest: ${call}(65535).`,
    id: `${call}(${size}) memberi ${size} byte pertama sebuah datagram dan membuang sisanya. Beri ruang untuk yang terbesar: ${call}(65535).`,
  };
}
