import type { Fact, FactCode, Probe } from "../arena/probe.ts";
import type { Text } from "../model/text.ts";
import type { Section } from "./doctor-report.ts";

/** What the machine's facts mean for grading. */
export function isolationSection({ tier, facts }: Probe): Section {
  return { heading: headings[tier], findings: facts.map(toFinding) };
}

const headings: Record<Probe["tier"], Text> = {
  full: {
    en: "Isolation: full - every program has a network and a sandbox of its own",
    id: "Isolasi: full - setiap program memiliki jaringan dan sandbox tersendiri",
  },
  ports: {
    en: "Isolation: ports - every test has addresses of its own on this machine's loopback; there is no sandbox",
    id: "Isolasi: ports - setiap tes memiliki alamat tersendiri di loopback mesin ini; tanpa sandbox",
  },
  local: {
    en: "Isolation: local - for checking your own work; marks that count need Linux",
    id: "Isolasi: local - untuk memeriksa pekerjaan sendiri; nilai resmi memerlukan Linux",
  },
};

function toFinding({ code, holds, detail, fix }: Fact) {
  const { name, yes, no } = meanings[code];
  const because = detail === undefined ? "" : ` (${detail.replaceAll(/\s+/g, " ")})`;
  const answer = { en: `${no.en}${because}`, id: `${no.id}${because}` };
  return { name, isThere: holds, detail: holds ? yes : answer, fix };
}

const meanings: Record<FactCode, { name: string; yes: Text; no: Text }> = {
  linux: {
    name: "Linux",
    yes: { en: "programs can be kept apart and watched", id: "program dapat dipisahkan dan diamati" },
    no: {
      en: "namespaces and the program watch exist on Linux only",
      id: "namespace dan pengamatan program hanya ada di Linux",
    },
  },
  bubblewrap: {
    name: "bubblewrap",
    yes: { en: "bwrap is installed", id: "bwrap terpasang" },
    no: { en: "bwrap is missing: programs get no sandbox", id: "bwrap tidak ada: program tidak mendapat sandbox" },
  },
  namespaces: {
    name: "namespaces",
    yes: { en: "a worker can have its own network", id: "worker dapat memiliki jaringan tersendiri" },
    no: {
      en: "the system does not allow a worker its own network",
      id: "sistem tidak mengizinkan worker memiliki jaringan tersendiri",
    },
  },
  sandbox: {
    name: "sandbox",
    yes: { en: "programs can run in it", id: "program dapat berjalan di dalamnya" },
    no: { en: "programs cannot run in it", id: "program tidak dapat berjalan di dalamnya" },
  },
  "own-users": {
    name: "users",
    yes: {
      en: "each program runs as a user that nothing else on the machine uses",
      id: "setiap program berjalan sebagai pengguna yang tidak dipakai hal lain di mesin ini",
    },
    no: {
      en: "programs run as your user; run as root, wirecheck can give each a user of its own",
      id: "program berjalan sebagai pengguna Anda; bila dijalankan sebagai root, wirecheck dapat memberi masing-masing pengguna tersendiri",
    },
  },
  "own-addresses": {
    name: "addresses",
    yes: {
      en: "without a network of its own, a test has loopback addresses of its own",
      id: "tanpa jaringan tersendiri, tes memiliki alamat loopback tersendiri",
    },
    no: {
      en: "without a network of its own, a test shares this machine's addresses and ports",
      id: "tanpa jaringan tersendiri, tes berbagi alamat dan port mesin ini",
    },
  },
  "own-files": {
    name: "files",
    yes: {
      en: "without a sandbox, a program can reach only its own files and the system's (Landlock)",
      id: "tanpa sandbox, program hanya dapat membuka berkasnya sendiri dan berkas sistem (Landlock)",
    },
    no: {
      en: "without a sandbox, a program can reach every file that its user can: the kernel has no Landlock",
      id: "tanpa sandbox, program dapat membuka semua berkas yang boleh dibuka penggunanya: kernel tidak memiliki Landlock",
    },
  },
  "own-names": {
    name: "names",
    yes: {
      en: "without a network of its own, a program is shown the names and services that a lab invents",
      id: "tanpa jaringan tersendiri, program diperlihatkan nama dan layanan buatan lab",
    },
    no: {
      en: "without a network of its own, tests with names and services that a lab invents are not played",
      id: "tanpa jaringan tersendiri, tes dengan nama dan layanan buatan lab tidak dijalankan",
    },
  },
  "socket-table": {
    name: "sockets",
    yes: { en: "the kernel lists all sockets", id: "kernel dapat menampilkan semua socket" },
    no: {
      en: "the kernel's fast list of sockets is not accessible: the slower /proc/net is used",
      id: "daftar socket kernel yang cepat tidak dapat dibaca: /proc/net yang lebih lambat dipakai",
    },
  },
  "blocked-calls": {
    name: "program watch",
    yes: { en: "it shows where a program is blocked", id: "memperlihatkan di mana program tertahan" },
    no: {
      en: "it does not show where a program is blocked: fixed time limits are used instead",
      id: "tidak memperlihatkan di mana program tertahan: sebagai gantinya dipakai batas waktu tetap",
    },
  },
  "traced-calls": {
    name: "socket calls",
    yes: {
      en: "strace shows the system calls of a program",
      id: "strace memperlihatkan system call sebuah program",
    },
    no: {
      en: "strace does not show the system calls of a program: tests about them are skipped and do not count",
      id: "strace tidak memperlihatkan system call program: tes tentangnya dilewati dan tidak dihitung",
    },
  },
};
