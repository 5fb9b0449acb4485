import type { Text } from "../model/text.ts";

/** What students read of the command line's help, in Indonesian; commands and options without an entry stay English. */
export const helpInIndonesian: Readonly<Record<string, string>> = {
  "Grades network socket labs: plays a lab against a program over real TCP and UDP and explains the marks.":
    "Menilai tugas pemrograman socket: menjalankan lab terhadap program lewat TCP dan UDP sungguhan dan menjelaskan nilainya.",
  "grade one hand-in and explain the marks": "menilai satu tugas dan menjelaskan nilainya",
  "grade one hand-in again whenever it is saved, what failed last time first":
    "menilai satu tugas lagi setiap kali disimpan, yang gagal didahulukan",
  "show in the browser what your program does while you write it":
    "memperlihatkan di peramban apa yang dilakukan program selagi Anda menulisnya",
  "port of the page on 127.0.0.1": "port halaman di 127.0.0.1",
  "open the page in the browser": "membuka halaman di peramban",
  "grade the hand-ins of a class, and make gradebooks and reports":
    "menilai tugas satu kelas, lalu membuat daftar nilai dan laporan",
  "make new marks and reports of a graded class, without running anything":
    "membuat ulang nilai dan laporan kelas yang sudah dinilai, tanpa menjalankan apa pun",
  "put the shards of a class together, as if one run had graded it all":
    "menggabungkan bagian-bagian satu kelas, seolah dinilai sekaligus",
  "prove labs: correct programs get their marks, flawed ones fail what they must":
    "membuktikan lab: program yang benar mendapat nilainya, yang cacat gagal di tempat yang semestinya",
  "make a new lab: tests, a reference and two flawed programs that prove them":
    "membuat lab baru: tes, program acuan, dan dua program cacat yang membuktikannya",
  "list the labs that come with wirecheck, or show what one asks for":
    "menampilkan daftar lab bawaan wirecheck, atau apa yang diminta salah satunya",
  "make an autograder for another platform": "membuat autograder untuk platform lain",
  "show what this machine has and lacks for grading, and how to add it":
    "menampilkan apa yang ada dan belum ada di komputer ini untuk menilai, dan cara menambahkannya",
  "print what makes a shell complete wirecheck's commands, options and labs":
    "mencetak pengaturan agar shell melengkapi perintah, opsi, dan lab wirecheck",
  "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder":
    "id lab (lihat `wirecheck labs`), atau path sebuah lab.yaml atau foldernya",
  "a file, a folder, or a zip or tar archive": "berkas, folder, atau arsip zip atau tar",
  "a file or a folder": "berkas atau folder",
  "the lab whose handout is shown: its id, or the path of a lab.yaml or its folder":
    "lab yang modulnya ditampilkan: id-nya, atau path sebuah lab.yaml atau foldernya",
  "write the whole result to a file; - for standard output instead of the report":
    "menulis seluruh hasil ke sebuah berkas; - untuk standard output sebagai ganti laporan",
  "write a page that shows what happened in each test":
    "menulis halaman yang memperlihatkan apa yang terjadi di setiap tes",
  "write the page of each run to this file": "menulis halaman setiap penilaian ke berkas ini",
  "write reports:": "menulis laporan:",
  "late penalties for the reports that platforms read; needs --submission":
    "potongan nilai karena terlambat, untuk laporan yang dibaca platform; memerlukan --submission",
  "Gradescope's submission_metadata.json, which tells when the work was handed in":
    "submission_metadata.json dari Gradescope, yang menyebut kapan tugas dikumpulkan",
  "where the files of --report go": "folder tujuan berkas --report",
  "end with status 0 from so many per cent of the points": "berakhir dengan status 0 mulai dari sekian persen poin",
  "language of what is printed": "bahasa yang dicetak",
  "run these tests alone, and the gates they need": "hanya menjalankan tes ini, dan tes yang disyaratkannya",
  "run the tests of one program alone: server or client": "hanya menjalankan tes satu program: server atau client",
  "run again with the random payloads of an earlier run": "menjalankan lagi dengan data acak dari penilaian sebelumnya",
  "isolation: full, ports, local, or the best that the machine has":
    "isolasi: full, ports, local, atau best: yang terbaik di mesin ini",
  "end with status 3 where the machine does not have this tier":
    "berakhir dengan status 3 bila mesin tidak memiliki tingkat ini",
  "decide by fixed time limits instead of watching where programs are blocked":
    "memutuskan dengan batas waktu tetap, bukan dengan mengamati di mana program tertahan",
  "give each test a launch of its own, also where several could share one":
    "menjalankan program tersendiri untuk setiap tes, juga bila beberapa tes dapat berbagi",
  "show every failed test with a picture and all events":
    "menampilkan setiap tes yang gagal dengan gambar dan semua kejadian",
  "show one line with the marks": "menampilkan nilai dalam satu baris",
  "write the handout as Markdown, to hand it out": "menulis modul sebagai Markdown, untuk dibagikan",
  "show this help": "menampilkan bantuan ini",
  "print the version": "mencetak versi",
  "show the help of a command": "menampilkan bantuan sebuah perintah",
  "Usage:": "Pemakaian:",
  "Arguments:": "Argumen:",
  "Options:": "Opsi:",
  "Commands:": "Perintah:",
  "the locale's": "bahasa sistem",
};

/** What the command line's parser says about a wrong call, with the parts that it fills in. */
export const usageErrors: readonly { said: RegExp; id: string }[] = [
  { said: /^error: unknown command '(.*)'/, id: "error: perintah '$1' tidak dikenal" },
  { said: /^error: unknown option '(.*)'/, id: "error: opsi '$1' tidak dikenal" },
  { said: /^error: missing required argument '(.*)'/, id: "error: argumen '$1' belum diberikan" },
  { said: /^error: option '(.*)' argument missing/, id: "error: nilai untuk opsi '$1' belum diberikan" },
  {
    said: /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    id: "error: nilai '$2' untuk opsi '$1' tidak sah. Pilihannya: $3.",
  },
  { said: /^error: option '(.*)' argument '(.*)' is invalid\./, id: "error: nilai '$2' untuk opsi '$1' tidak sah." },
  { said: /^error: too many arguments.*/, id: "error: argumennya terlalu banyak." },
  { said: /\(Did you mean (.*)\?\)/, id: "(Maksud Anda $1?)" },
];

/** The words in which a parser's notes on an option are told. */
export const optionNotes: readonly [said: string, id: string][] = [
  ["(choices: ", "(pilihan: "],
  ["(default: ", "(bawaan: "],
  [", default: ", ", bawaan: "],
];

/** What cannot be done as the command line asks for it. */
export const usageTexts = {
  noPath: (path: string): Text => ({
    en: `there is no file or folder ${path}`,
    id: `tidak ada berkas atau folder ${path}`,
  }),
  noLabAt: (path: string): Text => ({ en: `there is no lab at \`${path}\``, id: `tidak ada lab di \`${path}\`` }),
  noLabIn: (folder: string): Text => ({
    en: `the folder \`${folder}\` holds no lab.yaml`,
    id: `folder \`${folder}\` tidak berisi lab.yaml`,
  }),
  unknownLab: (name: string, meant: string | undefined): Text => ({
    en: `unknown lab \`${name}\`: ${meant ? `did you mean \`${meant}\`? ` : ""}\`wirecheck labs\` lists them`,
    id: `lab \`${name}\` tidak dikenal: ${meant ? `maksud Anda \`${meant}\`? ` : ""}\`wirecheck labs\` menampilkan daftarnya`,
  }),
  notInLab: (
    lab: string,
    what: "test" | "program",
    name: string,
    hint: { meant?: string; known: readonly string[] },
  ) => {
    const known = hint.known.join(", ");
    return {
      en: `the lab ${lab} has no ${what} \`${name}\`: ${hint.meant ? `did you mean \`${hint.meant}\`?` : `it has ${known}`}`,
      id: `lab ${lab} tidak memiliki ${what === "test" ? "tes" : "program"} \`${name}\`: ${hint.meant ? `maksud Anda \`${hint.meant}\`?` : `yang ada: ${known}`}`,
    } satisfies Text;
  },
};
