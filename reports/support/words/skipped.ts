import type { TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { skippedBecause } from "../../../runner/texts/console.ts";

/** Why a test was not played: its failed gate, or what the machine cannot do; empty if it was. */
export function skipReason({ skippedFor, unplayable }: TestResult, language: Language): string {
  if (skippedFor !== undefined) return skippedBecause(1, skippedFor)[language];
  return unplayable?.[language] ?? "";
}
