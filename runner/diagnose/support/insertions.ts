import { firstDifference } from "../../wire/difference.ts";
import type { Echo } from "./echo.ts";

/** The same bytes, put into the echo once or again and again; null where that does not explain what came. */
export function insertedBytes({ sent, received }: Echo): Buffer | null {
  const start = firstDifference(sent, received);
  if (start < 0) return null;
  const came = received.subarray(0, start + examined);
  for (let length = 2; length <= longest && start + length < came.length; length++) {
    const inserted = came.subarray(start, start + length);
    if (explains(inserted, sent, came, start)) return inserted;
  }
  return null;
}

/** Longest words that people put before or after a message. */
const longest = 64;

/** Bytes that are enough to tell by; random ones hold the same two in a row somewhere further on. */
const examined = 4096;

/** So many of the message's own bytes must stand between, or after a single time, for a few are found in any text. */
const [leastOwn, leastAfterOne] = [4, 64];

function explains(inserted: Buffer, sent: Buffer, came: Buffer, start: number): boolean {
  let [at, times] = [start, 0];
  for (let index = start; index < came.length; ) {
    const rest = came.subarray(index, index + inserted.length);
    if (rest.equals(inserted.subarray(0, rest.length))) {
      times++;
      index += rest.length;
    } else if (came[index] === sent[at]) {
      at++;
      index++;
    } else return false;
  }
  return at - start >= (times > 1 ? leastOwn : leastAfterOne);
}
