import { once } from "node:events";
import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { consoleReport } from "../../reports/terminal/console.ts";
import { failedFirst, failedIn } from "../grade/failed-first.ts";
import { gradeHandIn } from "../grade/grade.ts";
import type { Result } from "../model/result.ts";
import { packageVersion } from "../package-root.ts";
import { type Unclear, unclearText } from "../prepare/prepare-programs.ts";
import type { Lab } from "../spec/lab.ts";
import { watchTexts } from "../texts/watch.ts";
import { type Changes, watchChanges } from "./changes.ts";
import { chooseTier } from "./choose-tier.ts";
import { interruption } from "./interruption.ts";
import { addHandInOptions, type HandInFlags } from "./options.ts";
import { checkNames, readLab } from "./read-lab.ts";
import { showProgress } from "./show-progress.ts";
import { lookOfOutput } from "./terminal.ts";
import { UsageProblem } from "./usage-problem.ts";
import { writePage } from "./write-page.ts";

interface WatchFlags extends HandInFlags {
  html?: string;
}

/** Adds `wirecheck watch`. */
export function addWatch(program: Command): void {
  const command = program
    .command("watch")
    .description("grade one hand-in again whenever it is saved, what failed last time first")
    .argument("<lab>", "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder")
    .argument("<hand-in>", "a file or a folder")
    .option("--html <file>", "write the page of each run to this file");
  addHandInOptions(command).addHelpText("after", "\nCtrl-C ends it.").action(watch);
}

async function watch(labName: string, path: string, flags: WatchFlags): Promise<void> {
  const lab = await readLab(labName);
  checkNames(lab, flags);
  await stat(path).catch(() => {
    throw new UsageProblem(`there is no file or folder ${path}`);
  });
  const interrupted = interruption();
  const changes = await watchChanges(path);
  try {
    await gradeOnEachChange(lab, path, flags, { changes, interrupted });
  } finally {
    await changes.close();
  }
}

interface Events {
  changes: Changes;
  interrupted: AbortSignal;
}

/** A run that a change has made out of date ends at once, and the next one begins. */
async function gradeOnEachChange(lab: Lab, path: string, flags: WatchFlags, events: Events): Promise<void> {
  const { changes, interrupted } = events;
  let last: Result | null = null;
  while (!interrupted.aborted) {
    const outdated = AbortSignal.any([changes.next(), interrupted]);
    const graded = await gradeUnless(outdated, failedFirst(lab, failedIn(last)), path, flags);
    if (graded !== null && "tests" in graded) last = graded;
    if (graded !== null) await show(graded, flags);
    if (!outdated.aborted) await once(outdated, "abort");
  }
}

async function gradeUnless(
  outdated: AbortSignal,
  lab: Lab,
  path: string,
  flags: WatchFlags,
): Promise<Result | Unclear | null> {
  const { tier, why, canWatch } = await chooseTier(flags.tier);
  const shown = showProgress(flags);
  try {
    return await gradeHandIn(lab, path, {
      ...{ language: flags.lang, seed: flags.seed, tier, watch: canWatch },
      ...(why && { tierReason: why }),
      ...(flags.only && { only: flags.only }),
      ...(flags.program !== undefined && { program: flags.program }),
      ...{ version: packageVersion(), signal: outdated },
      ...shown.hooks,
    });
  } catch (fault) {
    if (!outdated.aborted) throw fault;
    return null;
  } finally {
    shown.done();
  }
}

/** A hand-in that cannot be graded as it is may be saved better the next time: that is no reason to stop. */
async function show(graded: Result | Unclear, { lang, html }: WatchFlags): Promise<void> {
  const { stdout } = process;
  if (stdout.isTTY) stdout.write("\u001b[2J\u001b[3J\u001b[H");
  if (!("tests" in graded)) stdout.write(`${unclearText(graded)[lang]}\n`);
  else {
    stdout.write(consoleReport(graded, { language: lang, ...lookOfOutput() }));
    if (html !== undefined) await writePage(html, graded, lang);
  }
  stdout.write(`\n${watchTexts.waiting[lang]}\n`);
}
