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
    en: "Isolation: local - for checking one's own work; marks that count are made on Linux",
    id: "Isolasi: local - untuk memeriksa pekerjaan sendiri; nilai yang sah dibuat di Linux",
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
    yes: { en: "a worker may have a network of its own", id: "worker boleh memiliki jaringan tersendiri" },
    no: { en: "the system refuses a network of its own", id: "sistem menolak jaringan tersendiri" },
  },
  sandbox: {
    name: "sandbox",
    yes: { en: "a program runs in it", id: "program berjalan di dalamnya" },
    no: { en: "no program runs in it", id: "tidak ada program yang berjalan di dalamnya" },
  },
  "own-users": {
    name: "users",
    yes: {
      en: "each program runs as a user that nothing else on the machine is",
      id: "setiap program berjalan sebagai pengguna yang tidak dipakai hal lain di mesin ini",
    },
    no: {
      en: "programs run as you: root, where it has the rights to, gives each a user of its own",
      id: "program berjalan sebagai Anda: root, bila memiliki haknya, memberi masing-masing pengguna tersendiri",
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
      en: "without a sandbox, a program reaches its own files and the system's (Landlock)",
      id: "tanpa sandbox, program hanya mencapai berkasnya sendiri dan berkas sistem (Landlock)",
    },
    no: {
      en: "without a sandbox, a program reaches all that its user may: the kernel has no Landlock",
      id: "tanpa sandbox, program mencapai semua yang boleh dicapai penggunanya: kernel tidak memiliki Landlock",
    },
  },
  "socket-table": {
    name: "sockets",
    yes: { en: "the kernel tells which sockets there are", id: "kernel memberi tahu socket apa saja yang ada" },
    no: {
      en: "the kernel's fast list of sockets is closed: the slower /proc/net takes its place",
      id: "daftar socket kernel yang cepat tertutup: /proc/net yang lebih lambat menggantikannya",
    },
  },
  "blocked-calls": {
    name: "program watch",
    yes: { en: "it shows where a program is blocked", id: "memperlihatkan di mana program tertahan" },
    no: {
      en: "it does not show where a program is blocked: fixed time limits take its place",
      id: "tidak memperlihatkan di mana program tertahan: batas waktu tetap menggantikannya",
    },
  },
  "traced-calls": {
    name: "socket calls",
    yes: {
      en: "strace shows what a program asks of the kernel",
      id: "strace memperlihatkan apa yang diminta program kepada kernel",
    },
    no: {
      en: "strace does not show what a program asks of the kernel: tests of its calls are skipped and do not count",
      id: "strace tidak memperlihatkan apa yang diminta program kepada kernel: tes tentang panggilannya dilewati dan tidak dihitung",
    },
  },
};
