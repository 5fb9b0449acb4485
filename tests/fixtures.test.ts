import { beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "../runner/model/verification.ts";
import { tellingSamples } from "./support/telling-samples.ts";
import { verify } from "./support/verify.ts";

const samples = await tellingSamples();
const labs = [...new Set(samples.map(({ lab }) => lab))].sort();

/** More than a hundred programs, perhaps on two busy cores. */
const longestMs = 15 * 60_000;

let found: Verification[];
beforeAll(async () => {
  const names = samples.map((sample) => `${sample.lab}/${sample.name}`);
  found = (await verify(labs, "--brief", "--jobs", "8", "--sample", ...names)).found;
}, longestMs);

describe.each(labs)("the lab %s", (lab) => {
  it.each(samples.filter((sample) => sample.lab === lab))("is right about $name", ({ folder }) => {
    const kind = folder.startsWith("reference") ? "reference" : "fixture";
    const program = verified(lab).programs.find(
      (each) => folder.endsWith(`/${each.name}`) && (each.kind === "reference") === (kind === "reference"),
    );
    expect(program?.complaints).toEqual([]);
  });

  it("has a flawed program for each of its tests", () => {
    expect(verified(lab).tests.filter(({ failedBy }) => failedBy.length === 0)).toEqual([]);
  });
});

function verified(lab: string): Verification {
  const verification = found.find((each) => each.lab.id === lab);
  if (verification === undefined) throw new Error(`${lab} was not verified`);
  return verification;
}
