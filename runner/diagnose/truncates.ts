import { grouped } from "../texts/quantity.ts";
import { type Echo, failedEcho } from "./echo.ts";
import { type Diagnoser, type Evidence, type Finding, strength } from "./evidence.ts";
import { uncaughtError } from "./last-words.ts";
import { lossesOf } from "./losses.ts";
import { bytesOf, quoted, subject } from "./phrases.ts";
import { truncatesDatagrams } from "./truncates-datagrams.ts";

/** All was read, and less of it sent back. */
export const truncates: Diagnoser = (evidence) => truncatesDatagrams(evidence) ?? truncatesStream(evidence);

const truncatesStream: Diagnoser = (evidence) => {
  const echo = failedEcho(evidence);
  if (echo === null || evidence.exit || uncaughtError(evidence)) return null;
  return cutInTheMiddle(evidence, echo) ?? cutAtTheEnd(evidence, echo);
};

function cutInTheMiddle(evidence: Evidence, echo: Echo): Finding | null {
  const losses = lossesOf(echo);
  if (losses === null || !(losses.isCutEachTime || losses.firstAt <= smallBuffer) || losses.firstAt === 0) return null;
  const [kept, lost] = [grouped(losses.firstAt), grouped(losses.lostBytes)];
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} sent ${kept} bytes back to ${echo.conversation.peer} and left out the next ${lost}.`,
      id: `${subject(evidence).id} mengirim kembali ${kept} byte kepada ${echo.conversation.peer} dan melewatkan ${lost} byte berikutnya.`,
    },
  };
}

function cutAtTheEnd(evidence: Evidence, { conversation, sent, received }: Echo): Finding | null {
  const isBeginning = received.length > 0 && sent.subarray(0, received.length).equals(received);
  const cameAtOnce = conversation.sent.length === 1 && sent.length <= smallBuffer;
  if (!isBeginning || received.length >= sent.length || !cameAtOnce) return null;
  const readAll = evidence.failure.code === "closed-early" || holdsNothingBack(evidence, received, sent);
  if (!readAll) return null;
  const { en, id } = bytesOf(received.length, sent.length);
  const missing = quoted(sent.subarray(received.length));
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} read the whole message of ${conversation.peer} and sent back ${en}, without ${missing.en}.`,
      id: `${subject(evidence).id} membaca seluruh pesan ${conversation.peer} dan mengirim kembali ${id}, tanpa ${missing.id}.`,
    },
  };
}

/** Bytes that certainly arrive together: less than one segment, and no more than any usual buffer takes. */
const smallBuffer = 16 * 1024;

/** Whoever waits for full blocks or lines would have sent another block, for as much is left, or ended at a line's end. */
function holdsNothingBack({ failure }: Evidence, received: Buffer, sent: Buffer): boolean {
  const isStuck = failure.code === "reply-incomplete" && failure.facts?.gaveUp === "stuck";
  const endsLine = (bytes: Buffer) => bytes.at(-1) === 0x0a;
  return isStuck && sent.length >= 2 * received.length && (!endsLine(received) || endsLine(sent));
}
