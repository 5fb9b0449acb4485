import { firstDifference } from "../../wire/difference.ts";

/** One place where what came parts from what was sent. */
export interface Edit {
  kind: "added" | "lost";
  /** Index in what was sent. */
  at: number;
  bytes: Buffer;
  /** Equal bytes since the last edit. */
  run: number;
}

/**
 * What was added to or lost from the bytes that were sent to make those that came; null when that does not explain them.
 * What is missing at the end is no edit: it may still be on its way.
 */
export function align(sent: Buffer, received: Buffer): Edit[] | null {
  const edits: Edit[] = [];
  let [at, came] = [0, 0];
  while (came < received.length) {
    const rest = { sent: sent.subarray(at), received: received.subarray(came) };
    const parting = firstDifference(rest.sent, rest.received);
    const run = parting >= 0 ? parting : Math.min(rest.sent.length, rest.received.length);
    at += run;
    came += run;
    if (came === received.length) break;
    const edit = editAt(sent, at, received, came, run);
    if (edit === null || edits.length >= mostEdits) return null;
    edits.push(edit);
    if (edit.kind === "added") came += edit.bytes.length;
    else at += edit.bytes.length;
  }
  return edits;
}

/** Bytes that must agree before two places are taken for the same; random data agrees in fewer by chance. */
const probe = 16;
const leastProbe = 4;
const mostEdits = 20_000;

function editAt(sent: Buffer, at: number, received: Buffer, came: number, run: number): Edit | null {
  if (at === sent.length) return { kind: "added", at, bytes: received.subarray(came), run };
  const [left, right] = [sent.subarray(at), received.subarray(came)];
  // In growing windows: what is near is found without a look at all that follows.
  for (let reach = probe; reach < probe * Math.max(left.length, right.length); reach *= growth) {
    const added = indexWithin(reach, right, left);
    const lost = indexWithin(reach, left, right);
    if (added > 0 && (lost <= 0 || added <= lost)) return { kind: "added", at, bytes: right.subarray(0, added), run };
    if (lost > 0) return { kind: "lost", at, bytes: left.subarray(0, lost), run };
  }
  return null;
}

const growth = 8;

/** How far on, within reach, the first of the wanted bytes are; -1 when they are not there or too few to tell. */
function indexWithin(reach: number, bytes: Buffer, wanted: Buffer): number {
  const first = wanted.subarray(0, probe);
  return first.length < leastProbe ? -1 : bytes.subarray(0, reach + probe).indexOf(first);
}
