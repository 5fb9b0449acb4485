import { expect, expectTypeOf, it } from "vitest";
import {
  type Failure,
  failureCodes,
  failure as failureSchema,
  type PlainFailure,
  withProgramFacts,
} from "./failure.ts";

const place = { step: 1, did: "expect-listening: server" };

it.each(failureCodes)("reads %s of a result from which every fact is missing", (code) => {
  expect(failureSchema.parse({ code, ...place })).toEqual({ code, ...place });
});

it("reads a result of another version: facts of another form and unknown ones count as missing", () => {
  const facts = { given: "41234", found: 5000, waitedMs: 12, gaveUp: "tired", cause: "rain" };
  const read = failureSchema.parse({ code: "wrong-port", ...place, facts });
  expect(read).toEqual({ code: "wrong-port", ...place, facts: { found: 5000, waitedMs: 12 } });
});

it("refuses a code or a field that it does not know", () => {
  expect(failureSchema.safeParse({ code: "bored", ...place }).success).toBe(false);
  expect(failureSchema.safeParse({ code: "no-reply", ...place, mood: "bad" }).success).toBe(false);
});

it("keeps a failure's own facts beside those of the program", () => {
  const failure: Failure = { code: "file-left", ...place, facts: { path: "a.txt", gaveUp: "idle" } };
  const facts = { path: "a.txt", gaveUp: "stuck", waitedMs: 40 };
  expect(withProgramFacts(failure, { gaveUp: "stuck", waitedMs: 40 })).toEqual({ ...failure, facts });
});

it("does not compile where a step leaves a fact out, misspells it or gives another's", () => {
  expectTypeOf<{ code: "wrong-port"; facts: { given: 1; found: 2 } }>().toExtend<PlainFailure>();
  expectTypeOf<{ code: "wrong-port" }>().not.toExtend<PlainFailure>();
  expectTypeOf<{ code: "wrong-port"; facts: { given: 1; fond: 2 } }>().not.toExtend<PlainFailure>();
  expectTypeOf<{ code: "wrong-port"; facts: { given: "1"; found: 2 } }>().not.toExtend<PlainFailure>();
  expectTypeOf<{ code: "closed-wrongly"; facts: { how: "politely"; wanted: "reset" } }>().not.toExtend<PlainFailure>();
  expectTypeOf<{ code: "not-closed" }>().toExtend<PlainFailure>();
});
