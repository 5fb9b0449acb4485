import { once } from "node:events";
import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { failedFirst, failedIn } from "../../grade/failed-first.ts";
import { gradeHandIn } from "../../grade/grade.ts";
import type { Result } from "../../model/result.ts";
import { UsageProblem } from "../../model/usage-problem.ts";
import { type Unclear, unclearText } from "../../prepare/prepare-programs.ts";
import type { Lab } from "../../spec/lab.ts";
import { usageTexts } from "../../texts/usage.ts";
import { asTyped } from "../as-typed.ts";
import { Saved, watchChanges } from "../changes.ts";
import { chooseTier } from "../choose-tier.ts";
import { gradingOptions } from "../grading-options.ts";
import { interruption } from "../interruption.ts";
import { addHandInOptions, type HandInFlags } from "../options.ts";
import { checkNames, readLab } from "../read-lab.ts";
import { showProgress } from "../show-progress.ts";
import { inHelp } from "../speech.ts";
import { writePage } from "../write-page.ts";
import { type Key, listenToKeys } from "./keys.ts";
import { difference, stillToPass, wholeResult } from "./rounds.ts";
import { type ScreenOptions, showOccasion, showProblem, showRound } from "./screen.ts";

interface WatchFlags extends HandInFlags {
  html?: string;
}

/** Adds `wirecheck watch`. */
export function addWatch(program: Command): void {
  const command = program
    .command("watch")
    .description("grade one hand-in again whenever it is saved, tests that failed last time first")
    .argument("<lab>", "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder")
    .argument("<hand-in>", "a file or a folder")
    .option("--html <file>", "write the page of each run to this file");
  addHandInOptions(command).addHelpText("after", inHelp(help)).action(watch);
}

const help = {
  en: `
Keys: r or Enter runs all tests again, f only the failed ones, q quits.

Example:
  $ wirecheck watch tcp-echo-once my-lab/ --program server`,
  id: `
Tombol: r atau Enter menjalankan semua tes lagi, f hanya tes yang gagal, q keluar.

Contoh:
  $ wirecheck watch tcp-echo-once my-lab/ --program server`,
};

async function watch(labName: string, path: string, flags: WatchFlags): Promise<void> {
  const lab = await readLab(labName);
  checkNames(lab, flags);
  await stat(path).catch(() => {
    throw new UsageProblem(usageTexts.noPath(path));
  });
  const interrupted = interruption({ isUsualEnd: true });
  const changes = await watchChanges(path);
  const keys = listenToKeys();
  const next = () => AbortSignal.any([changes.next(), keys.next(), interrupted]);
  const screen = { language: flags.lang, typed: asTyped(labName, path, flags), hasKeys: keys.isThere };
  try {
    await gradeInRounds({ lab, path, flags, screen }, next);
  } finally {
    keys.close();
    await changes.close();
  }
}

interface Watched {
  lab: Lab;
  path: string;
  flags: WatchFlags;
  screen: ScreenOptions;
}

/** Grades in rounds; a save or a key ends a round at once, and the next one begins. */
async function gradeInRounds(watched: Watched, next: () => AbortSignal): Promise<void> {
  const { lab, flags, screen } = watched;
  let last: Result | null = null;
  let only: readonly string[] | undefined;
  for (;;) {
    const outdated = next();
    const graded = await gradeUnless(outdated, failedFirst(lab, failedIn(last)), watched, only ?? flags.only);
    if (graded !== null && "tests" in graded) {
      const whole: Result = wholeResult(lab, graded, only === undefined ? null : last);
      showRound(whole, difference(whole, last), screen);
      if (flags.html !== undefined) await writePage(flags.html, whole, flags.lang);
      last = whole;
    } else if (graded !== null) showProblem(unclearText(graded), screen);
    if (!outdated.aborted) await once(outdated, "abort");
    const reason: unknown = outdated.reason;
    if (!(reason instanceof Saved) && !isRound(reason)) return;
    const open = stillToPass(last);
    only = reason === "failed" && open.length > 0 ? open : undefined;
    const occasion =
      reason instanceof Saved
        ? { saved: reason.file }
        : ({ key: only ? "failed" : "again", tests: open.length } as const);
    showOccasion(occasion, screen);
  }
}

/** Whether a key asks for another round; a signal or q ends the command. */
function isRound(reason: unknown): reason is Exclude<Key, "quit"> {
  return reason === "again" || reason === "failed";
}

/**
 * Grades once; returns null when it is out of date, and what is unclear when the hand-in cannot be graded, because the
 * next save may fix that.
 */
async function gradeUnless(
  outdated: AbortSignal,
  lab: Lab,
  { path, flags }: Watched,
  only: readonly string[] | undefined,
): Promise<Result | Unclear | null> {
  const options = gradingOptions(flags, await chooseTier(flags.tier));
  const shown = showProgress(flags);
  try {
    return await gradeHandIn(lab, path, {
      ...options,
      ...(only && { only }),
      signal: outdated,
      ...shown.hooks,
    });
  } catch (fault) {
    if (!outdated.aborted) throw fault;
    return null;
  } finally {
    shown.done();
  }
}
