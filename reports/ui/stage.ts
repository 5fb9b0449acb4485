import type { Text } from "../../runner/model/text.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { signs } from "../html/test/signs.ts";
import { type Ending, endingOf } from "../support/words/test-words.ts";
import type { RunView } from "./contract.ts";

/** The stage of a test in a run, or its ending. */
export type Stage = Ending | "playing" | "waiting" | "unplayed";

export function stageOf(test: string, run: RunView | null): Stage {
  if (run?.live[test]) return "playing";
  if (run?.waiting.includes(test)) return "waiting";
  const result = run?.tests[test];
  return result ? endingOf(result) : "unplayed";
}

export const stageSigns: Record<Stage, string> = { ...signs, playing: "▸", waiting: "○", unplayed: "○" };

export const stageTexts: Record<Stage, Text> = {
  ...{ passed: consoleTexts.passed, failed: consoleTexts.failed, notEarned: consoleTexts.notEarned },
  ...{ skipped: consoleTexts.skipped, error: consoleTexts.error },
  ...{ playing: uiTexts.playing, waiting: uiTexts.waiting, unplayed: uiTexts.notPlayedYet },
};
