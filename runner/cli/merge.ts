import { resolve } from "node:path";
import type { Command } from "commander";
import { loadClass } from "../class/load-class.ts";
import { mergeShards, type ShardProblem } from "../class/merge-shards.ts";
import { Store } from "../class/store.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { readMarking } from "./class-marking.ts";
import { finishClass } from "./finish-class.ts";
import { languageOption } from "./options.ts";
import { readLab } from "./read-lab.ts";
import { readRun } from "./report.ts";
import { addReportOptions, type ReportFlags } from "./report-options.ts";
import { settle } from "./settle.ts";
import { inHelp } from "./speech.ts";
import { checkReports } from "./write-reports.ts";

interface Flags extends ReportFlags {
  out: string;
  lang: Language;
}

/** Adds `wirecheck merge`. */
export function addMerge(program: Command): void {
  const command = program
    .command("merge")
    .description("merge the shards of a class, as if one run had graded it all")
    .argument("<shards...>", "the folders that `wirecheck grade --shard` wrote to")
    .requiredOption("--out <folder>", "where the merged class goes")
    .addOption(languageOption());
  addReportOptions(command).addHelpText("after", inHelp(help)).action(merge);
}

const help = {
  en: `
Example:
  $ wirecheck merge part-*/ --out grades/ --report gradebook,junit

Exit status: 0 all graded, 2 usage, 3 something could not be graded: it is named, and stays blank`,
  id: `
Contoh:
  $ wirecheck merge bagian-*/ --out grades/ --report gradebook,junit

Status keluar: 0 semua dinilai, 2 salah pakai, 3 ada yang tidak dapat dinilai: disebutkan, dan nilainya kosong`,
};

async function merge(folders: string[], typed: Flags, command: Command): Promise<void> {
  const [store, shards] = [new Store(resolve(typed.out)), folders.map((folder) => new Store(folder))];
  // Each shard has the plan of the whole class; `mergeShards` reports a shard that cannot be read.
  const { plan, lab } = (await shards[0]?.readRun()) ?? {};
  const { flags, remember } = await settle(command, typed, { labId: lab?.id ?? "", store: shards[0] ?? store });
  if (plan) await checkReports(plan, flags);
  const problems = await mergeShards(shards, store);
  if (problems.length > 0)
    throw new UsageProblem(`these shards are not one whole class\n${problems.map(sentence).join("\n")}`);
  await store.writeSettings(remember);
  const run = await readRun(store, flags.out);
  const marking = await readMarking(await readLab(run.lab.file), run.plan.students, flags);
  await finishClass(await loadClass(store, run, marking), store, flags);
}

function sentence(problem: ShardProblem): string {
  if ("missing" in problem) return `  missing: shard ${problem.missing.join(", ")}`;
  const why = {
    "no-run": "it holds no grades that this version can read",
    "no-shard": "it is a whole class, not a shard",
    "other-class": "it was graded from another class or under other terms than the first one",
    twice: "the same shard was given twice",
  }[problem.why];
  return `  ${problem.folder}: ${why}`;
}
