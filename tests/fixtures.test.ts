import { beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "../runner/verification.ts";
import { listFixtures, listReferences } from "./support/fixture.ts";
import { verify } from "./support/verify.ts";

/** The labs whose whole bank is played at every run; `wirecheck verify` plays the others'. */
const playedAlways = ["tcp-echo-once", "tcp-ack"];
const samples = [...listReferences(), ...listFixtures()].filter(({ lab }) => playedAlways.includes(lab));
const labs = [...new Set(samples.map(({ lab }) => lab))].sort();

/** A lab of eighty programs, each of them graded in some twenty tests, on two cores that others may need too. */
const longestMs = 15 * 60_000;

describe.each(labs)("the lab %s", (lab) => {
  let found: Verification;
  beforeAll(async () => {
    [found] = (await verify([lab])).found as [Verification];
  }, longestMs);

  it.each(samples.filter((sample) => sample.lab === lab))("is right about $name", ({ folder }) => {
    const kind = folder.startsWith("reference") ? "reference" : "fixture";
    const program = found.programs.find(
      (each) => folder.endsWith(`/${each.name}`) && (each.kind === "reference") === (kind === "reference"),
    );
    expect(program?.complaints).toEqual([]);
  });

  it("has a flawed program for each of its tests", () => {
    expect(found.tests.filter(({ failedBy }) => failedBy.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
