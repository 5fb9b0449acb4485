import { firstDifference } from "../../wire/difference.ts";
import type { Echo } from "./echo.ts";

/** The bytes inserted into the echo once or repeatedly; null if that does not explain the received bytes. */
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

/** How many bytes are examined; random bytes contain any two bytes somewhere further on. */
const examined = 4096;

/** How many bytes of the message must be between insertions, or after a single one, because short matches occur by chance. */
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
