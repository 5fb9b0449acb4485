import { type Lab, lab } from "./lab.ts";
import type { Finding, Path } from "./problem.ts";

/**
 * A lab without its malformed parts, so that the checks of how its parts fit together can be made; null if faults are outside of tests
 * and files. In each test, steps from the first malformed one on are left out.
 *
 * @param faults the places of its malformed parts
 */
export function soundParts(
  written: unknown,
  faults: readonly Path[],
): { lab: Lab; isAbout: (finding: Finding) => boolean } | null {
  const value = structuredClone(written) as Record<string, unknown>;
  const isLeft = (path: Path) => path[0] === "tests" || path[0] === "files";
  if (!Array.isArray(value.tests) || !faults.every((path) => isLeft(path) && path.length > 1)) return null;
  const firstFaulty = new Map<number, number>();
  let pointsAreSound = true;
  for (const [list, index, key, step] of faults) {
    if (list === "files") setIn(value.files, index, anyFile);
    else if (key === "steps" && typeof step === "number")
      firstFaulty.set(Number(index), Math.min(step, firstFaulty.get(Number(index)) ?? step));
    else {
      pointsAreSound &&= key !== "points" && key !== "optional" && key !== undefined;
      repair(value.tests, Number(index), key);
    }
  }
  for (const [index, step] of firstFaulty) {
    const test = value.tests[index] as { steps?: unknown[] };
    test.steps = [...(test.steps ?? []).slice(0, step), harmless];
  }
  const parsed = lab.safeParse(value);
  if (!parsed.success) return null;
  const isAbout = ({ path }: Finding) => pointsAreSound || (path[0] !== "points" && path.length > 1);
  return { lab: parsed.data, isAbout };
}

const harmless = { wait: "0ms" };
const anyFile = { text: "" };

/** Replaces a malformed or missing part of a test by a sound one, or removes it. */
function repair(tests: unknown[], index: number, key: string | number | undefined): void {
  const test = tests[index];
  if (test === null || typeof test !== "object" || key === undefined) {
    tests[index] = { ...usual, id: `test-${index}`, points: 0 };
    return;
  }
  const map = test as Record<string, unknown>;
  if (key === "id") map.id = `test-${index}`;
  else if (typeof key === "string" && key in usual) map[key] = usual[key];
  else if (key === "payloads") map.payloads = soundPayloads(map.payloads);
  else delete map[key];
  // A misspelt key may leave another one missing.
  for (const [name, value] of Object.entries(usual)) if (!(name in map)) map[name] = value;
}

const usual: Record<string, unknown> = { title: "x", why: "x", points: 0, steps: [harmless] };

/** Names of payloads stay, so that steps that refer to them are not reported as well. */
function soundPayloads(payloads: unknown): Record<string, unknown> {
  const names = payloads !== null && typeof payloads === "object" ? Object.keys(payloads) : [];
  return Object.fromEntries(names.map((name) => [name, anyFile]));
}

function setIn(map: unknown, key: string | number | undefined, value: unknown): void {
  if (map !== null && typeof map === "object" && key !== undefined) (map as Record<string, unknown>)[key] = value;
}
