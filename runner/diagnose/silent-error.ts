import { type Cause, type Evidence, strength } from "./evidence.ts";
import { hasLeft } from "./support/conversations.ts";
import { subject } from "./support/phrases.ts";
import { endedByKernel } from "./support/printed-error.ts";

/** The program fails without a message. */
export const silentError: Cause = {
  about: "any",
  name: { en: "Fails without a word", id: "Gagal tanpa pesan" },
  idea: {
    en: "Somebody who sees nothing cannot know what to do: an error needs a line that says what failed.",
    id: "Pengguna yang tidak melihat pesan apa pun tidak tahu harus berbuat apa: error perlu satu baris yang menyebutkan apa yang gagal.",
  },
  look: {
    en: "Look for except: pass and unchecked return values, and print what failed, with host and port, to standard error.",
    id: "Cari except: pass dan nilai kembalian yang tidak diperiksa, lalu cetak apa yang gagal, beserta host dan port, ke standard error.",
  },
  find: (evidence) => {
    const { failure, exit } = evidence;
    if (exit === null || endedByKernel(exit.status)) return null;
    if (gotNoReply(evidence)) {
      return {
        strength: strength.shown,
        saw: {
          en: `${subject(evidence).en} got no reply and ended with exit status ${exit.status}, without a word about that.`,
          id: `${subject(evidence).id} tidak mendapat balasan dan berakhir dengan status keluar ${exit.status}, tanpa mengatakannya.`,
        },
      };
    }
    if (failure.code !== "no-message" || failure.facts?.listens !== undefined) return null;
    const hasEmptyLine = /\n/.test(`${evidence.output.stdout}${evidence.output.stderr}`);
    const [what, apa] = hasEmptyLine
      ? ["only an empty line", "dan hanya mencetak baris kosong"]
      : ["nothing at all", "tanpa mencetak apa pun"];
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} ended with exit status ${exit.status} and printed ${what}.`,
        id: `${subject(evidence).id} berakhir dengan status keluar ${exit.status} ${apa}.`,
      },
    };
  },
};

/** Whether a client waited for a reply, got none, and should have said so. */
function gotNoReply(evidence: Evidence): boolean {
  const { failure, kind, conversations } = evidence;
  if (failure.code !== "no-output" || failure.facts?.words !== "any" || kind !== "client") return false;
  return conversations.length > 0 && conversations.every(({ sent }) => sent.length === 0) && waited(evidence);
}

/** Shorter than any timeout for a reply, longer than a program takes to end: a program that ended sooner did not wait. */
const shortestWaitMs = 1500;

function waited(evidence: Evidence): boolean {
  const { transcript, conversations } = evidence;
  if (conversations.some(({ peer }) => hasLeft(evidence, peer))) return true;
  const exit = transcript.find(({ kind }) => kind === "exited");
  const last = transcript.findLast(({ kind }) => kind === "connect" || kind === "received");
  return exit !== undefined && last !== undefined && exit.atMs - last.atMs >= shortestWaitMs;
}
