import { causes } from "../../../runner/diagnose/index.ts";
import type { Diagnosis, TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";

/** The general name of a misconception; its code if it is from another version and unknown here. */
export function codeName(code: string): Text {
  return known(code)?.name ?? { en: code, id: code };
}

/** The name of this diagnosis; an error with a well-known meaning has its own name. */
export function causeName({ code, name }: Diagnosis): Text {
  return name ?? codeName(code);
}

/** A diagnosis with only the general texts of a misconception, without anything about the program. */
export function generalDiagnosis({ code }: Diagnosis): Diagnosis {
  const name = codeName(code);
  return { code, saw: name, idea: known(code)?.idea ?? name, look: known(code)?.look ?? name };
}

/**
 * A key that failed tests of a program share when they have the same cause: the misconception, under the same
 * name, and for an error its kind and line. Null without a diagnosis.
 */
export function causeKey({ program, diagnosis }: TestResult): string | null {
  if (diagnosis === null) return null;
  const { code, name, error, lines = [] } = diagnosis;
  const [place] = lines;
  const kind = error === undefined ? "" : (/^[\w.$: ]*?(\w+)(?=:|$)/.exec(error)?.[1] ?? error);
  return [program, code, name?.en ?? "", kind, error !== undefined && place ? `${place.file}:${place.line}` : ""].join(
    " ",
  );
}

/** For each failed test with the same cause as an earlier visible test, by id: that earlier test. */
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
