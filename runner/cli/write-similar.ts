import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { similarFiles } from "../../reports/html/similar/similar-files.ts";
import type { ClassRun } from "../class/class-run.ts";
import { compareClass } from "../class/similar/compare-class.ts";
import { sourcesAt } from "../class/similar/read-sources.ts";
import { type Store, writeAtomically } from "../class/store.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import { similarTexts } from "../texts/similar.ts";
import { deliveriesOf } from "./plan-intake.ts";

/** The options of `report --similar`. */
export interface SimilarFlags {
  /** Where the hand-ins are; true for the place they were graded from. */
  similar: string | true;
  given?: string;
  for: string;
  lang: Language;
}

/**
 * Compares the hand-ins of a class with each other and writes pages for its instructors.
 *
 * @throws UsageProblem when the hand-ins are missing, or the pages are for another audience
 */
export async function writeSimilar(store: Store, run: ClassRun, flags: SimilarFlags): Promise<void> {
  if (flags.for !== "instructor") throw new UsageProblem(`--similar is only for instructors, not for ${flags.for}`);
  const source = flags.similar === true ? (run.source ?? null) : flags.similar;
  if (source === null || !existsSync(source))
    throw new UsageProblem(`the hand-ins are not at ${source ?? "a known place"}: say where with --similar HAND-INS`);
  if (flags.given !== undefined && !existsSync(flags.given))
    throw new UsageProblem(`there is no file or folder ${flags.given}`);
  const scratch = await makeScratch();
  try {
    const deliveries = await deliveriesOf(source, join(scratch, "class"));
    const given = flags.given === undefined ? [] : [await sourcesAt(flags.given, scratch)];
    const similarity = await compareClass(run.plan, deliveries, given, scratch);
    const folder = join(store.folder, "reports", "instructor");
    await removeTree(join(folder, "similar"));
    for (const { path, content } of similarFiles(similarity, flags.lang)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeAtomically(join(folder, path), content);
    }
    const { pairs, compared } = similarity;
    const said = similarTexts.said(pairs.length, compared, join(folder, "similar", "index.html"));
    process.stdout.write(`\n${said[flags.lang]}\n`);
  } finally {
    await removeTree(scratch);
  }
}
