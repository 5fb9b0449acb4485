import type { Graded } from "../class/grade-delivery.ts";
import type { Order } from "../class/order.ts";
import { readingProblem } from "../handin/open-hand-in.ts";
import { handInProblemText } from "../handin/problem.ts";
import { queueTexts } from "../texts/queue.ts";
import { graderError } from "./grader-error.ts";
import { packFiles, TooMuchToPack } from "./pack-files.ts";
import { packLab } from "./pack-lab.ts";
import type { PackedLab } from "./parcels.ts";
import { digest } from "./written-order.ts";

/** The packed files of a hand-in, or its error when they cannot be read or are too large. */
export async function packHandIn({ delivery }: Order): Promise<Buffer | Graded> {
  try {
    return await packFiles(delivery.refused ? [] : delivery.sources.map(({ from }) => from));
  } catch (fault) {
    if (fault instanceof TooMuchToPack) return graderError(queueTexts.tooMuch);
    const problem = readingProblem(fault, delivery.sources[0]?.from ?? delivery.path);
    if (!problem) throw fault;
    return { result: null, error: { kind: "hand-in", text: handInProblemText(problem) } };
  }
}

/** The packed lab of an order. */
export async function packedLabOf({ lab }: Order): Promise<PackedLab> {
  const packed = await packLab(lab);
  return { packed, digest: digest(packed) };
}
