import { causeName, codeName } from "../../reports/support/words/cause-words.ts";
import type { TestResult } from "../model/result.ts";
import type { Text } from "../model/text.ts";

/** The names of these causes, by code. */
export function causeNames(codes: Iterable<string>): Record<string, Text> {
  return Object.fromEntries([...codes].map((code) => [code, codeName(code)]));
}

/** Adds the name of its cause to a result: the page has no list of causes. */
export function withCauseName(test: TestResult): TestResult {
  return test.diagnosis ? { ...test, diagnosis: { ...test.diagnosis, name: causeName(test.diagnosis) } } : test;
}
