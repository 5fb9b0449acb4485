import { firstDifference } from "../../wire/difference.ts";

/** One difference between the received and the sent bytes. */
export interface Edit {
  kind: "added" | "lost";
  /** Index in what was sent. */
  at: number;
  bytes: Buffer;
  /** Equal bytes since the last edit. */
  run: number;
}

/**
 * The additions and losses that turn the sent bytes into the received ones; null when they do not explain them. Missing
 * bytes at the end are not an edit: they may still arrive.
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

/** How many bytes must be equal for two places to match; fewer may be equal by chance in random data. */
const probe = 16;
const leastProbe = 4;
const mostEdits = 20_000;

function editAt(sent: Buffer, at: number, received: Buffer, came: number, run: number): Edit | null {
  if (at === sent.length) return { kind: "added", at, bytes: received.subarray(came), run };
  const [left, right] = [sent.subarray(at), received.subarray(came)];
  // In growing windows, so that a near match is found without searching everything.
  for (let reach = probe; reach < probe * Math.max(left.length, right.length); reach *= growth) {
    const added = indexWithin(reach, right, left);
    const lost = indexWithin(reach, left, right);
    if (added > 0 && (lost <= 0 || added <= lost)) return { kind: "added", at, bytes: right.subarray(0, added), run };
    if (lost > 0) return { kind: "lost", at, bytes: left.subarray(0, lost), run };
  }
  return null;
}

const growth = 8;

/** Index of the first wanted bytes within `reach`; -1 when they are not there or too few. */
function indexWithin(reach: number, bytes: Buffer, wanted: Buffer): number {
  const first = wanted.subarray(0, probe);
  return first.length < leastProbe ? -1 : bytes.subarray(0, reach + probe).indexOf(first);
}
