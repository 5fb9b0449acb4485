import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { UsageProblem } from "../../model/usage-problem.ts";
import type { Sample } from "../find-samples.ts";
import { knownMutantsFile, textOf } from "./known.ts";
import { mutatorOf } from "./mutate-lab.ts";
import { type Mutant, nameMutants } from "./mutator.ts";

/** A mutant that was found again by the name under which `verify --mutate` listed it. */
interface FoundMutant {
  sample: Sample;
  file: string;
  mutant: Mutant;
}

/**
 * Keeps a mutant as a flawed program that the lab's tests must fail from now on. Returns its folder.
 *
 * @param name that of the fixture
 * @throws UsageProblem if there is no such mutant, or a fixture of that name already
 */
export async function keepAsFixture(samples: readonly Sample[], id: string, name: string): Promise<string> {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw new UsageProblem(`name the fixture in small letters, not ${name}`);
  const { sample, file, mutant } = await findMutant(samples, id);
  const beside = samples.find(({ expected }) => expected !== null);
  // If the lab has no fixtures yet, they go next to the folder of references.
  const fixtures = beside ? dirname(beside.folder) : join(sample.folder, "..", "..", "fixtures");
  const folder = join(fixtures, name);
  if (existsSync(folder)) throw new UsageProblem(`${folder} is there already: give the fixture another name`);
  await mkdir(fixtures, { recursive: true });
  await cp(sample.folder, folder, { recursive: true });
  await writeFile(join(folder, file), mutant.source);
  const { was, is } = textOf(mutant);
  const expected = {
    flaw: `${file} has ${JSON.stringify(is)} where ${JSON.stringify(was)} is right.`,
    fails: { "name-the-test-that-must-fail": null },
  };
  await writeFile(join(folder, "expected.yaml"), stringify(expected, { lineWidth: 0 }));
  return folder;
}

/**
 * Writes into the lab's `mutants.yaml` that no test has to notice a mutant. Returns the file.
 *
 * @throws UsageProblem if there is no such mutant
 */
export async function keepAsKnown(
  labFile: string,
  samples: readonly Sample[],
  id: string,
  because: string,
): Promise<string> {
  const { sample, file, mutant } = await findMutant(samples, id);
  const known = knownMutantsFile(labFile);
  const entry = { program: sample.name, file, ...textOf(mutant), because };
  await appendFile(known, stringify([entry], { lineWidth: 0 }));
  return known;
}

async function findMutant(samples: readonly Sample[], id: string): Promise<FoundMutant> {
  const [, program, file = "", place] = /^([^/]+)\/(.+):(\d+(?:\.\d+)?)$/.exec(id) ?? [];
  const sample = samples.find(({ name, expected }) => expected === null && name === program);
  const mutator = mutatorOf(file);
  if (sample === undefined || mutator === null || !existsSync(join(sample.folder, file)))
    throw new UsageProblem(
      `no reference has mutants at ${id}: name one as \`verify --mutate\` lists it, such as python/server.py:12`,
    );
  const made = await nameMutants(mutator, join(sample.folder, file));
  const mutant = "lacks" in made ? undefined : made.find(({ place: each }) => each === place);
  if (mutant === undefined) {
    const places = "lacks" in made ? [] : made.map((each) => each.place);
    throw new UsageProblem(`there is no mutant ${id}: ${file} has mutants at ${places.join(", ")}`);
  }
  return { sample, file, mutant };
}
