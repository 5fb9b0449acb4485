import { type Diagnoser, strength } from "./evidence.ts";
import { subject } from "./support/phrases.ts";

/** Processes outlive the program that started them. */
export const leavesChildren: Diagnoser = (evidence) => {
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
};
