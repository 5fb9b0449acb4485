import type { DiagnosisCode } from "../model/diagnosis-codes.ts";
import type { Diagnosis } from "../model/result.ts";
import { diagnosisTexts } from "../texts/diagnoses.ts";
import type { Diagnoser, Evidence, Finding } from "./evidence.ts";
import { diagnosers } from "./index.ts";

/** The misconception that the evidence proves best; null where it proves none. */
export function diagnose(evidence: Evidence): Diagnosis | null {
  let best: { code: DiagnosisCode; finding: Finding } | null = null;
  for (const [code, find] of Object.entries(diagnosers) as [DiagnosisCode, Diagnoser | null][]) {
    const finding = find?.(evidence) ?? null;
    if (finding && finding.strength > (best?.finding.strength ?? 0)) best = { code, finding };
  }
  if (best === null) return null;
  const { saw, lines = [], ...about } = best.finding;
  const { idea, look } = { ...diagnosisTexts[best.code], ...about };
  return { code: best.code, saw, idea, look, ...(lines.length > 0 && { lines: [...lines] }) };
}
