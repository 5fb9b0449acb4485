import type { Text } from "../model/text.ts";

/** Everything that can be wrong with a hand-in itself, by code: what a student reads, from the facts. */
export const handInTexts = {
  "needs-posix": ({ language, file }: { language: string; file: string }): Text => ({
    en: `${file} is a ${language} program, written for Linux and macOS. Check it inside WSL: run \`wsl --install\` once, and then wirecheck in the Linux that it brings.`,
    id: `${file} adalah program ${language}, yang ditulis untuk Linux dan macOS. Periksa di dalam WSL: jalankan \`wsl --install\` sekali, lalu jalankan wirecheck di Linux tersebut.`,
  }),
  "not-found": ({ path }: { path: string }): Text => ({
    en: `There is no file or folder ${path}.`,
    id: `Tidak ada berkas atau folder ${path}.`,
  }),
  unreadable: ({ path, reason }: { path: string; reason: string }): Text => ({
    en: `${path} cannot be read (${reason}). Check its permissions.`,
    id: `${path} tidak dapat dibaca (${reason}). Periksa izin aksesnya.`,
  }),
  empty: ({ path }: { path: string }): Text => ({
    en: `${path} holds no files to grade. Hand in the source files of your program.`,
    id: `${path} tidak berisi berkas yang dapat dinilai. Kumpulkan berkas sumber program Anda.`,
  }),
  "unsupported-archive": ({ archive, kind }: { archive: string; kind: string }): Text => ({
    en: `${archive} is a ${kind} archive, which cannot be opened here. Hand in a .zip or .tar.gz instead.`,
    id: `${archive} adalah arsip ${kind}, yang tidak dapat dibuka di sini. Kumpulkan sebagai .zip atau .tar.gz.`,
  }),
  "damaged-archive": ({ archive, reason }: { archive: string; reason: string }): Text => {
    const { en, id } = damage(reason);
    return {
      en: `${archive} is damaged or was not uploaded whole (${en}). Make it again and try to open it yourself first.`,
      id: `${archive} rusak atau tidak terunggah seluruhnya (${id}). Buat ulang arsipnya dan coba buka sendiri dahulu.`,
    };
  },
  "empty-archive": ({ archive }: { archive: string }): Text => ({
    en: `${archive} is empty: not one byte of it was uploaded. Hand it in again.`,
    id: `${archive} kosong: tidak satu byte pun terunggah. Kumpulkan lagi.`,
  }),
  "not-an-archive": ({ archive }: { archive: string }): Text => ({
    en: `${archive} is not an archive, although its name says so: what it holds is something else. Make the archive again and try to open it yourself first.`,
    id: `${archive} bukan arsip meskipun namanya begitu: isinya hal lain. Buat ulang arsipnya dan coba buka sendiri dahulu.`,
  }),
  "encrypted-archive": ({ archive, file }: { archive: string; file: string }): Text => ({
    en: `${archive} is protected by a password (${file}). Hand it in without one.`,
    id: `${archive} dilindungi kata sandi (${file}). Kumpulkan tanpa kata sandi.`,
  }),
  "unsafe-name": ({ file, why }: { file: string; why: UnsafeName }): Text => ({
    en: `The hand-in holds a file named ${JSON.stringify(file)}: ${unsafeNames[why].en}. Rename it.`,
    id: `Di antara berkas yang dikumpulkan ada yang bernama ${JSON.stringify(file)}: ${unsafeNames[why].id}. Ganti namanya.`,
  }),
  link: ({ file }: { file: string }): Text => ({
    en: `${file} is a link, not a file. Hand in the file that it points to.`,
    id: `${file} adalah tautan (link), bukan berkas. Kumpulkan berkas yang ditunjuknya.`,
  }),
  "special-file": ({ file }: { file: string }): Text => ({
    en: `${file} is a device, pipe or socket, not a file. Leave it out.`,
    id: `${file} adalah perangkat, pipa, atau socket, bukan berkas. Jangan disertakan.`,
  }),
  "too-many-files": ({ limit }: { limit: number }): Text => ({
    en: `The hand-in holds more than ${limit} files. Hand in only what you wrote.`,
    id: `Berkas yang dikumpulkan lebih dari ${limit}. Kumpulkan hanya yang Anda tulis.`,
  }),
  "file-too-large": ({ file, limitBytes }: { file: string; limitBytes: number }): Text => ({
    en: `${file} is larger than ${mebibytes(limitBytes)}. Hand in only what you wrote.`,
    id: `${file} lebih besar dari ${mebibytes(limitBytes)}. Kumpulkan hanya yang Anda tulis.`,
  }),
  "too-large": ({ limitBytes }: { limitBytes: number }): Text => ({
    en: `The hand-in is larger than ${mebibytes(limitBytes)} when unpacked. Hand in only what you wrote.`,
    id: `Berkas yang dikumpulkan lebih besar dari ${mebibytes(limitBytes)} setelah dibuka. Kumpulkan hanya yang Anda tulis.`,
  }),
  "compression-ratio": ({ archive, ratio }: { archive: string; ratio: number }): Text => ({
    en: `${archive} grows to more than ${ratio} times its size when unpacked, as no source code does. It was not opened.`,
    id: `${archive} menjadi lebih dari ${ratio} kali ukurannya saat dibuka, tidak seperti kode sumber. Arsip ini tidak dibuka.`,
  }),
  "name-clash": ({ first, second }: { first: string; second: string }): Text =>
    first === second
      ? {
          en: `The hand-in holds ${first} twice. Leave one of them out.`,
          id: `Berkas yang dikumpulkan berisi ${first} dua kali. Sisakan satu saja.`,
        }
      : {
          en: `${first} and ${second} cannot lie side by side: their names differ only in capital letters or accents. Rename one.`,
          id: `${first} dan ${second} tidak dapat berdampingan: namanya hanya berbeda huruf besar atau tanda aksen. Ganti nama salah satu.`,
        },
  "name-encoding": ({ file }: { file: string }): Text => ({
    en: `The name of ${JSON.stringify(file)} is not written in UTF-8. Rename the file in plain letters.`,
    id: `Nama ${JSON.stringify(file)} tidak ditulis dalam UTF-8. Ganti namanya dengan huruf biasa.`,
  }),
  settings: ({ line, column, issue }: { line: number; column: number; issue: SettingsIssue }): Text => {
    const { en, id } = settingsText(issue);
    const place = {
      en: `wirecheck.yaml, line ${line}, column ${column}`,
      id: `wirecheck.yaml, baris ${line}, kolom ${column}`,
    };
    return { en: `${place.en}: ${en}`, id: `${place.id}: ${id}` };
  },
} as const;

/** Why a name cannot be used as it stands. */
export type UnsafeName = keyof typeof unsafeNames;

/** What is wrong in the hand-in's own wirecheck.yaml. */
export type SettingsIssue =
  | { code: "syntax"; reason: string }
  | { code: "shape"; key: string }
  | { code: "run-not-allowed"; role: string }
  | { code: "no-such-file"; file: string }
  | { code: "not-a-program"; file: string }
  | { code: "run-names-no-file"; run: string };

const unsafeNames = {
  traversal: { en: "it points outside the hand-in", id: "nama itu menunjuk ke luar folder yang dikumpulkan" },
  absolute: { en: "it is an absolute path", id: "nama itu adalah path absolut" },
  control: { en: "it contains control characters", id: "nama itu mengandung karakter kendali" },
  long: { en: "it is too long or too deep", id: "nama itu terlalu panjang atau terlalu dalam" },
  empty: { en: "it has no name", id: "berkas itu tidak bernama" },
} satisfies Record<string, Text>;

function settingsText(issue: SettingsIssue): Text {
  switch (issue.code) {
    case "syntax":
      return { en: `this is not YAML (${issue.reason}).`, id: `ini bukan YAML (${issue.reason}).` };
    case "shape":
      return {
        en: `\`${issue.key}\` is not understood. Write, for example: server: { file: app.py }`,
        id: `\`${issue.key}\` tidak dipahami. Tulislah, misalnya: server: { file: app.py }`,
      };
    case "run-not-allowed":
      return {
        en: `this lab does not let \`${issue.role}\` have a \`run\` line. Name the file instead: ${issue.role}: { file: app.py }`,
        id: `lab ini tidak mengizinkan baris \`run\` untuk \`${issue.role}\`. Sebutkan berkasnya: ${issue.role}: { file: app.py }`,
      };
    case "no-such-file":
      return {
        en: `the hand-in has no file ${issue.file}.`,
        id: `tidak ada ${issue.file} di antara berkas yang dikumpulkan.`,
      };
    case "not-a-program":
      return {
        en: `${issue.file} is not a program in a language that can be run here.`,
        id: `${issue.file} bukan program dalam bahasa yang dapat dijalankan di sini.`,
      };
    case "run-names-no-file":
      return {
        en: `\`${issue.run}\` names no file of the hand-in. Write, for example: run: python3 app.py {port}`,
        id: `\`${issue.run}\` tidak menyebut satu pun berkas yang dikumpulkan. Tulislah, misalnya: run: python3 app.py {port}`,
      };
  }
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

/** What is wrong with an archive, from what its reader says of it: the frequent reasons in words that say what to expect. */
function damage(reason: string): Text {
  const known = damages.find(([said]) => said.test(reason))?.[1];
  const words = reason.replace(/\.$/, "");
  return known ?? { en: words, id: words };
}

const damages: readonly [RegExp, Text][] = [
  [/end of central directory|unexpected end of/i, { en: "its end is missing", id: "bagian akhirnya hilang" }],
  [
    /checksum does not match|incorrect data check/i,
    { en: "its checksum does not match", id: "checksum-nya tidak cocok" },
  ],
  [/ends too early/, { en: "a file in it ends too early", id: "ada berkas di dalamnya yang terpotong" }],
  [/holds nothing that can be read/, { en: "it holds nothing that can be read", id: "isinya tidak dapat dibaca" }],
  [/too large to be opened/, { en: "it is too large to be opened", id: "terlalu besar untuk dibuka" }],
];
