import { type Diagnoser, strength } from "./evidence.ts";
import { uncaughtError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { sourcesOf, standsInSource } from "./support/sources.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** An empty datagram ends the server, as the end of a TCP connection might. */
export const diesOnEmptyDatagram: Diagnoser = (evidence) => {
  const { conversations, exit, kind, transport } = evidence;
  if (transport !== "udp" || kind !== "server" || exit === null || exit.limit) return null;
  // One that never goes round ends after any datagram.
  if (exit.status === 0 && sourcesOf(evidence).length > 0 && !standsInSource(evidence, /\b(?:while|for|loop)\b/))
    return null;
  const sender = conversations.find(({ sent }) => sent.at(-1)?.length === 0);
  if (sender === undefined || sender.received.length >= sender.sent.length) return null;
  const error = uncaughtError(evidence);
  const said = error === null ? "" : `: ${quotedLine(error)}`;
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} ended (exit status ${exit.status}) when ${sender.peer} sent it an empty datagram${said}.`,
      id: `${subject(evidence).id} berakhir (status keluar ${exit.status}) ketika ${sender.peer} mengirim datagram kosong${said}.`,
    },
    ...(error === null && exit.status === 0 && { look: takenForTheEnd }),
    ...(error !== null && { error }),
    lines: printedLines(evidence),
  };
};

/** The advice for one that ends in order. */
const takenForTheEnd = {
  en: "Over UDP nothing marks an end: leave out the line that ends the loop when no bytes came (if not data: break), and answer an empty datagram like any other.",
  id: "Di UDP tidak ada tanda akhir: hilangkan baris yang mengakhiri perulangan saat tidak ada byte (if not data: break), dan balas datagram kosong seperti yang lain.",
};
