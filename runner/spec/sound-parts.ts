import { type Lab, lab } from "./lab.ts";
import type { Finding, Path } from "./problem.ts";

/**
 * A lab without the parts whose form is wrong, for the checks of how its parts fit together; null where too much is wrong to say
 * anything of the rest. Faults in tests and files leave the rest sound: steps from the first faulty one on are left out.
 *
 * @param faults where its form is wrong
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
      mend(value.tests, Number(index), key);
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

/** Puts something sound in the place of a faulty or missing part of a test, or takes it away. */
function mend(tests: unknown[], index: number, key: string | number | undefined): void {
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
  // A misspelt key stands for the one that is missing.
  for (const [name, value] of Object.entries(usual)) if (!(name in map)) map[name] = value;
}

const usual: Record<string, unknown> = { title: "x", why: "x", points: 0, steps: [harmless] };

/** Names of payloads stay, so that steps which refer to them are no further fault. */
function soundPayloads(payloads: unknown): Record<string, unknown> {
  const names = payloads !== null && typeof payloads === "object" ? Object.keys(payloads) : [];
  return Object.fromEntries(names.map((name) => [name, anyFile]));
}

function setIn(map: unknown, key: string | number | undefined, value: unknown): void {
  if (map !== null && typeof map === "object" && key !== undefined) (map as Record<string, unknown>)[key] = value;
}
