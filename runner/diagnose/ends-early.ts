import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { isDeafToTheAskedWay } from "./support/asked-way.ts";
import { failedConversation, happened } from "./support/conversations.ts";
import { subject } from "./support/phrases.ts";
import { printedError } from "./support/printed-error.ts";
import { uncalled } from "./support/uncalled.ts";

/** A server that ends by itself, without an error, while a client needs it. */
export const endsEarly: Cause = {
  about: "any",
  name: { en: "Ends while it is needed", id: "Berakhir padahal masih dibutuhkan" },
  idea: {
    en: "A server runs until somebody stops it. When the end of the main program or exit() is reached, all its connections break off.",
    id: "Server berjalan sampai dihentikan orang. Begitu akhir program utama atau exit() tercapai, semua koneksinya terputus.",
  },
  look: {
    en: "See what leaves the loop around accept(): a count, break, return, or an exit (sys.exit, log.Fatal) in the code for one client.",
    id: "Periksa apa yang keluar dari perulangan accept(): hitungan, break, return, atau exit (sys.exit, log.Fatal) di kode untuk satu client.",
  },
  find(evidence) {
    const { failure, exit, kind } = evidence;
    if (kind !== "server" || exit === null || exit.limit || !missed.has(failure.code)) return null;
    if (printedError(evidence) || isDeafToTheAskedWay(evidence)) return null;
    const { conversations, talk } = evidence;
    const client = failedConversation(evidence);
    const served = conversations.filter(({ received }) => received.length > 0).length;
    const forgotten = uncalled(evidence, ["serve_forever", "run_forever", "serve", "start", "join", "mainloop"]);
    // Without a client it is `not-listening`, whether or not it was seen listening for a moment.
    const wasUsed = conversations.length > 0 && happened(evidence, "listening");
    if (forgotten === null && (!wasUsed || (served < 2 && talk !== "echo"))) return null;
    const clients = evidence.transport === "udp" ? datagrams(evidence) : counted(served);
    const after =
      served === 0
        ? { en: "", id: "" }
        : { en: ` after it had served ${clients.en}`, id: ` setelah melayani ${clients.id}` };
    return {
      strength: forgotten ? strength.named : strength.likely,
      ...forgotten,
      saw: {
        en: `${subject(evidence).en} ended by itself (exit status ${exit.status})${after.en}, while ${client?.peer ?? "a client"} still needed it.`,
        id: `${subject(evidence).id} berakhir sendiri (status keluar ${exit.status})${after.id}, padahal ${client?.peer ?? "client"} masih membutuhkannya.`,
      },
    };
  },
};

function counted(clients: number): Text {
  return { en: clients === 1 ? "one client" : `${clients} clients`, id: `${clients} client` };
}

/** The words for UDP, where the server answers datagrams. */
function datagrams({ conversations }: Evidence): Text {
  const answers = conversations.reduce((sum, { received }) => sum + received.length, 0);
  return { en: answers === 1 ? "one datagram" : `${answers} datagrams`, id: `${answers} datagram` };
}

/** Failures that a client sees when the server has ended. */
const missed = new Set([
  ...["exited-early", "refused", "not-accepted", "closed-early", "reset-early", "no-reply", "reply-incomplete"],
  ...["replies-missing", "not-taken", "not-listening"],
]);
