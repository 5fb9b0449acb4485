import { causeName, codeName } from "../../reports/support/words/cause-words.ts";
import type { TestResult } from "../model/result.ts";
import type { Text } from "../model/text.ts";

/** What these causes are called, by their codes. */
export function causeNames(codes: Iterable<string>): Record<string, Text> {
  return Object.fromEntries([...codes].map((code) => [code, codeName(code)]));
}

/** A page knows no catalogue of causes: each result brings the name of its own. */
export function withCauseName(test: TestResult): TestResult {
  return test.diagnosis ? { ...test, diagnosis: { ...test.diagnosis, name: causeName(test.diagnosis) } } : test;
}
