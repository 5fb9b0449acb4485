import { createHash } from "node:crypto";
import * as z from "zod";
import { terms } from "../class/class-run.ts";
import type { Order } from "../class/order.ts";
import { text } from "../model/text.ts";

/** An order as it is stored in the queue; its large parts are named by digest. */
export const writtenOrder = z.strictObject({
  path: z.string(),
  names: z.array(z.string()).describe("The student's names of the files"),
  refused: text.nullable(),
  terms,
  freshLaunches: z.boolean(),
  digests: z.strictObject({ files: z.string(), terms: z.string() }),
  files: z.string().describe("Digest of the packed files"),
  lab: z.string().describe("Digest of the packed lab"),
});
export type WrittenOrder = z.infer<typeof writtenOrder>;

/** Writes an order of a class as the JSON text that is signed, with an id computed from all of it. */
export function writeOrder(
  { delivery, terms, freshLaunches, digests }: Order,
  packed: { classId: string; files: Uint8Array; lab: string },
): { id: string; json: string } {
  const json = JSON.stringify({
    path: delivery.path,
    names: delivery.sources.map(({ name }) => name),
    refused: delivery.refused,
    ...{ terms, freshLaunches, digests },
    files: digest(packed.files),
    lab: packed.lab,
  } satisfies WrittenOrder);
  return { id: digest(`${packed.classId}\n${json}`), json };
}

/** SHA-256, hex. */
export function digest(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
