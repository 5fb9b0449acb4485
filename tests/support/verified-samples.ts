import { beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "../../runner/model/verification.ts";
import type { Fixture } from "./fixture.ts";
import { verify } from "./verify.ts";

/** More than a hundred programs, perhaps on two busy cores. */
const longestMs = 15 * 60_000;

/**
 * Tests that each sample is judged as it must be, with one run of the built `wirecheck verify`.
 *
 * @returns what was found of a lab, once the tests run
 */
export function itIsRightAbout(samples: readonly Fixture[]): (lab: string) => Verification {
  const labs = [...new Set(samples.map(({ lab }) => lab))].sort();
  let found: Verification[] = [];
  beforeAll(async () => {
    const names = samples.map((sample) => `${sample.lab}/${sample.name}`);
    found = (await verify(labs, "--brief", "--jobs", "8", "--sample", ...names)).found;
  }, longestMs);

  function verified(lab: string): Verification {
    const verification = found.find((each) => each.lab.id === lab);
    if (verification === undefined) throw new Error(`${lab} was not verified`);
    return verification;
  }

  describe.each(labs)("the lab %s", (lab) => {
    it.each(samples.filter((sample) => sample.lab === lab))("is right about $name", ({ folder }) => {
      const kind = folder.startsWith("reference") ? "reference" : "fixture";
      const program = verified(lab).programs.find(
        (each) => folder.endsWith(`/${each.name}`) && (each.kind === "reference") === (kind === "reference"),
      );
      expect(program?.complaints).toEqual([]);
    });
  });
  return verified;
}
