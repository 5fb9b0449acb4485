import { diesOnEmptyDatagram } from "./dies-on-empty-datagram.ts";
import { type Diagnoser, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { uncaughtError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** A client that leaves without a word ends the server. */
export const diesOnEmpty: Diagnoser = (evidence) => diesOnEmptyDatagram(evidence) ?? diesOnSilentClient(evidence);

const diesOnSilentClient: Diagnoser = (evidence) => {
  const { conversations, exit, kind } = evidence;
  const silent = conversations.find(({ peer, sent }) => sent.length === 0 && happened(evidence, "closed", peer));
  if (kind !== "server" || silent === undefined || exit === null || exit.limit || exit.status === 0) return null;
  if (happened(evidence, "reset-sent")) return null;
  const error = uncaughtError(evidence);
  const said = error === null ? "" : `: ${quotedLine(error)}`;
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} ended (exit status ${exit.status}) after ${silent.peer} had connected and left without sending anything${said}.`,
      id: `${subject(evidence).id} berakhir (status keluar ${exit.status}) setelah ${silent.peer} terhubung lalu pergi tanpa mengirim apa pun${said}.`,
    },
    lines: printedLines(evidence),
  };
};
