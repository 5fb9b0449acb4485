import { stringify } from "yaml";
import type { WrittenStep } from "../spec/step-language.ts";

/** A test that plays these steps, as a lab.yaml lists it under `tests`. */
export function writeTest(steps: readonly WrittenStep[], program: string | null): string {
  const head = [
    "  - id: recorded",
    ...(program === null ? [] : [`    program: ${program}`]),
    "    points: 0",
    "    title: What was recorded",
    "    why: Write here which idea this test teaches.",
    "    steps:",
  ];
  return [...head, ...steps.map((step) => `      - ${inOneLine(step)}`), ""].join("\n");
}

function inOneLine(step: WrittenStep): string {
  const flow = stringify(step, { collectionStyle: "flow", lineWidth: 0 }).trim();
  return flow.replace(/^\{ (.*) \}$/s, "$1");
}
