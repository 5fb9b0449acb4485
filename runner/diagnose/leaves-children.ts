import { type Cause, strength } from "./evidence.ts";
import { subject } from "./support/phrases.ts";

/** Processes outlive the program that started them. */
export const leavesChildren: Cause = {
  about: "any",
  name: { en: "Leaves processes behind", id: "Meninggalkan proses" },
  idea: {
    en: "A child process does not end with its parent: it lives on, and keeps the port with it.",
    id: "Proses anak tidak ikut berakhir bersama induknya: ia tetap hidup dan terus memegang port.",
  },
  look: {
    en: "Pass the signal on to the children and wait for them before you exit; in a forked child, close the listening socket.",
    id: "Teruskan sinyal ke proses anak dan tunggu mereka sebelum keluar; di proses hasil fork, tutup socket yang listen.",
  },
  find: (evidence) => {
    const { exit } = evidence;
    if (exit === null || exit.leftBehind === 0 || exit.limit) return null;
    const { leftBehind, status } = exit;
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} ended (exit status ${status}) while ${leftBehind} ${leftBehind === 1 ? "process" : "processes"} of it went on running.`,
        id: `${subject(evidence).id} berakhir (status keluar ${status}) sementara ${leftBehind} prosesnya tetap berjalan.`,
      },
    };
  },
};
