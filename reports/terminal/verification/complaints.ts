import type { Complaint, Verification } from "../../../runner/model/verification.ts";
import { type Page, wrapped } from "../console/page.ts";

/** Everything that is missing or wrong in the lab, one sentence each; empty if nothing is. */
export function complaintLines(verification: Verification, page: Page): string[] {
  const sentences = [
    ...withoutReference(verification),
    ...verification.programs.flatMap(({ name, complaints }) => sentencesOf(complaints).map((it) => `${name}: ${it}`)),
    ...untested(verification),
  ];
  if (sentences.length === 0) return [];
  const lines = sentences.flatMap((words) =>
    wrapped(page.safe(words), page, 4).map((line, index) => `${index === 0 ? "  ! " : "    "}${line}`),
  );
  return ["Falls short", ...lines, ""];
}

function withoutReference({ chosen, score, tests }: Verification): string[] {
  return chosen || score.references > 0 || tests.length === 0
    ? []
    : ["there is no reference program that could show that full marks can be earned"];
}

function untested({ chosen, tests }: Verification): string[] {
  if (chosen) return [];
  const names = tests.filter(({ failedBy, unplayable }) => failedBy.length === 0 && !unplayable).map(({ id }) => id);
  return names.length === 0 ? [] : [`no flawed program fails ${list(names)}: nothing shows that this can be failed`];
}

/** Complaints that several tests share, in one sentence. */
const ofTests = {
  missed: "should fail, but passed",
  "missed-by-skip":
    "should fail, but was skipped for a gate that fails: name it under skips, or take the other fault out of the program",
  "false-alarm": "should pass, but failed",
  "not-skipped": "should be skipped for a gate that fails, but came to be played",
  "unknown-test": "named in expected.yaml, but not among the tests played",
} as const;

function sentencesOf(complaints: readonly Complaint[]): string[] {
  const together = Object.entries(ofTests).flatMap(([code, words]) => {
    const tests = complaints.flatMap((complaint) =>
      complaint.code === code && "test" in complaint ? [complaint.test] : [],
    );
    return tests.length === 0 ? [] : [`${list(tests)} ${words}`];
  });
  const alarm = complaints.find((complaint) => complaint.code === "false-alarm");
  if (alarm) together.push(`${alarm.test} said: ${alarm.message}`);
  return [...together, ...complaints.flatMap(sentence)];
}

function sentence(complaint: Complaint): string[] {
  switch (complaint.code) {
    case "other-diagnosis":
      return [
        `${complaint.test} failed as it should, but with ${diagnosis(complaint.found)} instead of ${diagnosis(complaint.expected)}`,
      ];
    case "undecided":
      return [`${complaint.test} could not be decided: ${complaint.message}`];
    case "not-graded":
      return [`could not be graded: ${complaint.message}`];
    default:
      return [];
  }
}

function diagnosis(code: string | null): string {
  return code === null ? "no diagnosis" : `the diagnosis ${code}`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
