import { causes } from "../../../runner/diagnose/index.ts";
import type { Diagnosis, TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";

/** What a misconception is called whatever the run; its code where a result of another version has one that is unknown here. */
export function codeName(code: string): Text {
  return known(code)?.name ?? { en: code, id: code };
}

/** What this diagnosis is called: an error of a well-known meaning has a name of its own. */
export function causeName({ code, name }: Diagnosis): Text {
  return name ?? codeName(code);
}

/** What can be said of a misconception without a word about the program that showed it. */
export function generalDiagnosis({ code }: Diagnosis): Diagnosis {
  const name = codeName(code);
  return { code, saw: name, idea: known(code)?.idea ?? name, look: known(code)?.look ?? name };
}

/**
 * What two failed tests of a program have in common when they have the same cause: the misconception, and where an error
 * shows it, the kind of error and the line. Null where nothing was diagnosed.
 */
export function causeKey({ program, diagnosis }: TestResult): string | null {
  if (diagnosis === null) return null;
  const { code, error, lines = [] } = diagnosis;
  const [place] = lines;
  const kind = error === undefined ? "" : (/^[\w.$: ]*?(\w+)(?=:|$)/.exec(error)?.[1] ?? error);
  return [program, code, kind, error !== undefined && place ? `${place.file}:${place.line}` : ""].join(" ");
}

/** For each failed test whose cause an earlier one has told already, by id: that earlier one, which is none that is hidden. */
export function toldCauses(tests: readonly TestResult[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const told = new Map<string, string>();
  for (const test of tests) {
    const cause = test.status === "failed" ? causeKey(test) : null;
    const earlier = cause === null ? undefined : first.get(cause);
    if (earlier !== undefined) told.set(test.id, earlier);
    else if (cause !== null && test.visibility === "visible") first.set(cause, test.id);
  }
  return told;
}

function known(code: string) {
  return Object.hasOwn(causes, code) ? causes[code as keyof typeof causes] : undefined;
}
