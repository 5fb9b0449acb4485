import type { Diagnosis } from "../model/result.ts";
import type { SourceLocation } from "../model/seen.ts";
import type { Cause, Evidence, Finding } from "./evidence.ts";
import { causes, type DiagnosisCode } from "./index.ts";
import { locationOf } from "./support/hand-in-files.ts";

/** The proven reason why a test failed, and the line of the student's files. */
export interface Explanation {
  diagnosis: Diagnosis | null;
  location: SourceLocation | null;
}

/** The misconception that the evidence proves best, and the line that shows it; null if it proves none. */
export function explainFailure(evidence: Evidence): Explanation {
  let best: { code: DiagnosisCode; finding: Finding } | null = null;
  for (const [code, cause] of Object.entries(causes) as [DiagnosisCode, Cause][]) {
    if (!isAbout(cause, evidence)) continue;
    const finding = cause.find(evidence);
    if (finding && finding.strength > (best?.finding.strength ?? 0)) best = { code, finding };
  }
  if (best === null) return { diagnosis: null, location: stuckAt(evidence) };
  const { code, finding } = best;
  const { saw, lines = [], location, error, name } = finding;
  const { idea, look } = { ...causes[code], ...definedOf(finding) };
  const [place] = lines;
  return {
    diagnosis: {
      ...{ code, saw, idea, look },
      ...(name && { name }),
      ...(error !== undefined && { error }),
      ...(lines.length > 0 && { lines: [...lines] }),
    },
    location: location ?? (place ? locationOf(evidence.files, place) : null),
  };
}

/** Whether a cause applies to this kind of conversation. */
function isAbout({ about }: Cause, { talk }: Evidence): boolean {
  return about === "any" || (talk !== null && about.includes(talk));
}

function definedOf({ idea, look }: Finding): Partial<Pick<Cause, "idea" | "look">> {
  return { ...(idea && { idea }), ...(look && { look }) };
}

/** Of a program that never went on: the line where it waits for the failure's peer, or its only blocked call, or where it was busy. */
function stuckAt({ blocked, failure, working }: Evidence): SourceLocation | null {
  // A program that had answered is where it should be.
  if (failure.facts?.gaveUp === undefined) return null;
  const place = blocked.find(({ on }) => on === failure.who) ?? (blocked.length === 1 ? blocked[0] : undefined);
  return place?.location ?? working;
}
