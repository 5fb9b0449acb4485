import { expect, it } from "vitest";
import type { Pool } from "../worker/pool.ts";
import { filesDigest } from "./fingerprint.ts";
import type { Graded } from "./grade-delivery.ts";
import { localPool } from "./hand-in-pool.ts";
import type { Order } from "./order.ts";

const delivery = { path: "ani", sources: [], refused: { en: "too large", id: "terlalu besar" } };

it.each([
  ["as it was graded", () => filesDigest(delivery), "hand-in"],
  ["neither with a mark nor as final if its files were changed meanwhile", async () => "of other files", "grader"],
])("keeps a hand-in %s", async (_, digest, kind) => {
  const written: Graded[] = [];
  const order = { delivery, digests: { files: await digest(), terms: "" } } as unknown as Order;
  const keeping = { read: async () => null, write: async (graded: Graded) => void written.push(graded) };
  const graded = await localPool({ size: 1 } as Pool, {}).grade(order, keeping);
  expect(graded).toMatchObject({ result: null, error: { kind } });
  expect(written).toEqual([graded]);
});
