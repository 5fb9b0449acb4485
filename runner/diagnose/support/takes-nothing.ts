import type { Evidence } from "../evidence.ts";
import { sourcesOf, standsInSource } from "./sources.ts";

/** Whether no line of a program for Node takes what has arrived: then the runtime alone has read it. */
export function takesNothing(evidence: Evidence): boolean {
  const isNode = sourcesOf(evidence).some(({ file }) => /\.[cm]?[jt]s$/.test(file));
  return isNode && standsInSource(evidence, /\bnet\b/) && !standsInSource(evidence, takes);
}

const takes =
  /["'`](?:data|readable|message|line)["'`]|\bread\w*\s*\(|\bpipe\w*\b|\bawait\b|Interface|onread|iterator|\bhttp|consumers|\bWritable\b|Readable|toArray|forEach/;

/** The texts for it. */
export const untaken = {
  name: { en: "Nothing takes what arrives", id: "Tidak ada yang mengambil kiriman" },
  idea: {
    en: "Node reads from the connection by itself and keeps the bytes until a function of the program asks for them.",
    id: "Node membaca dari koneksi dengan sendirinya dan menyimpan byte-nya sampai ada fungsi program yang memintanya.",
  },
  look: {
    en: "Give each connection a function for what arrives, and print or answer in it: socket.on('data', (data) => { ... }).",
    id: "Pasang pada setiap koneksi sebuah fungsi untuk kiriman yang datang, dan cetak atau balas di situ: socket.on('data', (data) => { ... }).",
  },
};
