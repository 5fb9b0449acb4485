import type { SocketUse } from "../model/socket-use.ts";
import type { Text } from "../model/text.ts";

/** A file that was looked at while searching for a program. */
export interface SeenFile {
  file: string;
  does: readonly SocketUse[];
  /** Its name is one that the lab asks for. */
  named: boolean;
}

/** Remarks on how a program was found, by code. */
export const foundTexts = {
  "name-misleads": ({ file, instead }: { file: string; instead: string }): Text => ({
    en: `${instead} has the name that the lab asks for, but ${file} does what the lab asks for: ${file} was graded.`,
    id: `${instead} memakai nama yang diminta lab, tetapi ${file} yang melakukan hal yang diminta: ${file} yang dinilai.`,
  }),
  "named-otherwise": ({ file }: { file: string }): Text => ({
    en: `No file has a name that the lab asks for; ${file} was graded because it does what the lab asks for.`,
    id: `Tidak ada berkas dengan nama yang diminta lab; ${file} dinilai karena melakukan hal yang diminta lab.`,
  }),
  several: ({ file, others }: { file: string; others: readonly string[] }): Text => ({
    en: `${file} was graded, by its name; ${list(others, "and")} would do as well. A file wirecheck.yaml can name the one that is meant.`,
    id: `${file} dinilai karena namanya; ${list(others, "dan")} juga bisa. Berkas wirecheck.yaml dapat menyebutkan yang dimaksud.`,
  }),
  "role-argument": ({ file, argument }: { file: string; argument: string }): Text => ({
    en: `${file} is server and client in one; it was started with ${argument}.`,
    id: `${file} adalah server dan client sekaligus; program dijalankan dengan ${argument}.`,
  }),
} as const;

/** Why no program was found for a role, by code. */
export const missingTexts = {
  "no-source": ({ role, files }: { role: string; files: readonly string[] }): Text => ({
    en: `There is no program in the hand-in that could be the ${role}: it contains ${list(files, "and")}.`,
    id: `Tidak ada program di antara berkas yang dikumpulkan yang dapat menjadi ${role}: isinya ${list(files, "dan")}.`,
  }),
  "none-fits": ({ role, seen }: { role: string; seen: readonly SeenFile[] }): Text => ({
    en: `No file of the hand-in is the ${role}: ${list(
      seen.map((file) => seenText(file).en),
      "and",
    )}. If one of them is, a file wirecheck.yaml can say so: ${role}: { file: ${fileOf(seen)} }.`,
    id: `Tidak ada berkas yang dikumpulkan yang menjadi ${role}: ${list(
      seen.map((file) => seenText(file).id),
      "dan",
    )}. Jika salah satunya memang ${role}, berkas wirecheck.yaml dapat menyebutkannya: ${role}: { file: ${fileOf(seen)} }.`,
  }),
} as const;

/** Says which files could all be the program, why, and what to do. */
export function ambiguousText({ role, candidates }: { role: string; candidates: readonly SeenFile[] }): Text {
  const first = candidates[0]?.file ?? "app.py";
  const renamed = `${role}${/\.[^./]+$/.exec(first)?.[0] ?? ""}`;
  const settings = `${role}: { file: ${first} }`;
  return {
    en: `Several files could be the ${role}: ${list(
      candidates.map((file) => seenText(file).en),
      "and",
    )}. Rename yours to ${renamed}, or add a file wirecheck.yaml that says ${settings}.`,
    id: `Beberapa berkas dapat menjadi ${role}: ${list(
      candidates.map((file) => seenText(file).id),
      "dan",
    )}. Ganti nama berkas Anda menjadi ${renamed}, atau tambahkan berkas wirecheck.yaml berisi ${settings}.`,
  };
}

function fileOf([first]: readonly SeenFile[]): string {
  return first?.file ?? "app.py";
}

const does: Record<SocketUse, Text> = {
  "tcp-server": { en: "listens for TCP connections", id: "menunggu koneksi TCP" },
  "tcp-client": { en: "connects over TCP", id: "membuka koneksi TCP" },
  "udp-server": { en: "waits for UDP datagrams", id: "menunggu datagram UDP" },
  "udp-client": { en: "sends UDP datagrams", id: "mengirim datagram UDP" },
};

function seenText(seen: SeenFile): Text {
  const name = seen.named ? { en: " has a fitting name,", id: " bernama sesuai," } : { en: "", id: "" };
  if (seen.does.length === 0) {
    return { en: `${seen.file}${name.en} uses no sockets`, id: `${seen.file}${name.id} tidak memakai socket` };
  }
  const what = (language: "en" | "id", and: string) =>
    list(
      seen.does.map((deed) => does[deed][language]),
      and,
    );
  return { en: `${seen.file}${name.en} ${what("en", "and")}`, id: `${seen.file}${name.id} ${what("id", "dan")}` };
}

/** "a, b and c"; of many only the first six. */
function list(items: readonly string[], and: string): string {
  const shown = items.length > 6 ? [...items.slice(0, 6), "…"] : items;
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} ${and} ${shown.at(-1)}`;
}
