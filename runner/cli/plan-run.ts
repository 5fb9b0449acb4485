import { resolve } from "node:path";
import type { ClassRun, Terms } from "../class/class-run.ts";
import { classSeed, filesDigest, labDigest } from "../class/fingerprint.ts";
import type { Store } from "../class/store.ts";
import { schemaVersion } from "../model/result.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { packageVersion } from "../package-root.ts";
import { setupDigest } from "../prepare/set-up-libraries.ts";
import type { Lab } from "../spec/lab.ts";
import type { ChosenTier } from "./choose-tier.ts";
import { labIds } from "./find-lab.ts";
import type { GradeFlags } from "./grade-flags.ts";
import type { ClassIntake } from "./plan-intake.ts";

/**
 * Plans a run over a class and writes it into the class's folder; an earlier run there is continued with the same seed.
 *
 * @throws UsageProblem when the folder holds the grades of another lab
 */
export async function planRun(planned: Planned): Promise<ClassRun> {
  const run = await runOf(planned);
  await planned.store.prepare();
  await planned.store.writeRun(run);
  return run;
}

interface Planned {
  lab: Lab;
  labName: string;
  intake: ClassIntake;
  /** The folder or archive that holds the hand-ins. */
  source: string;
  store: Store;
  tier: ChosenTier;
  flags: Pick<GradeFlags, "out" | "seed" | "lang" | "watch" | "program" | "attempts" | "shard">;
}

/**
 * Plans a run over a class.
 *
 * @throws UsageProblem when the folder holds the grades of another lab
 */
export async function runOf(planned: Planned): Promise<ClassRun> {
  const { lab, labName, source, intake, store, tier, flags } = planned;
  const before = await store.readRun();
  if (before && before.lab.id !== lab.id)
    throw new UsageProblem(`${flags.out} holds the grades of the lab ${before.lab.id}: choose another --out`);
  const libraries = await setupDigest(lab);
  const terms: Terms = {
    labDigest: await labDigest(lab),
    ...(libraries !== null && { libraries }),
    seed: flags.seed ?? before?.terms.seed ?? (await seedFor(lab, intake)),
    language: flags.lang,
    tier: tier.tier,
    watch: flags.watch && tier.canWatch,
    program: flags.program ?? null,
    wirecheck: packageVersion(),
  };
  return {
    schemaVersion,
    lab: { id: lab.id, title: lab.title, file: await lasting(labName) },
    terms,
    attempts: flags.attempts,
    source: resolve(source),
    shard: flags.shard ?? null,
    startedAt: before?.startedAt ?? new Date().toISOString(),
    plan: intake.plan,
  };
}

async function seedFor(lab: Lab, { deliveries }: ClassIntake): Promise<number> {
  const digests = [];
  for (const delivery of deliveries) digests.push(await filesDigest(delivery));
  return classSeed(await labDigest(lab), digests);
}

/** A name of the lab that is valid from every folder. */
async function lasting(labName: string): Promise<string> {
  return (await labIds()).includes(labName) ? labName : resolve(labName);
}
