import { expect, it } from "vitest";
import { tellingSamples } from "./support/telling-samples.ts";
import { itIsRightAbout } from "./support/verified-samples.ts";

const samples = await tellingSamples();
const verified = itIsRightAbout(samples);

it.each([...new Set(samples.map(({ lab }) => lab))])("a flawed program fails each test of %s", (lab) => {
  expect(verified(lab).tests.filter(({ failedBy }) => failedBy.length === 0)).toEqual([]);
});
