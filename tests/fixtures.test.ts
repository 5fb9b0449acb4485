import { expect, it } from "vitest";
import { labIds } from "../runner/cli/find-lab.ts";
import { readLab } from "../runner/cli/read-lab.ts";
import { listJudged } from "./support/judged.ts";
import { samplesOfEachKind } from "./support/telling-samples.ts";
import { itIsRightAbout } from "./support/verified-samples.ts";

itIsRightAbout(await samplesOfEachKind());

it.each(await labIds())("there is a flawed program for each test of %s", async (id) => {
  const { tests } = await readLab(id);
  const failed = (await listJudged((name) => name.startsWith(`${id}/`))).flatMap(({ expected }) =>
    Object.keys(expected.fails),
  );
  expect(tests.map((test) => test.id).filter((test) => !failed.includes(test))).toEqual([]);
});
