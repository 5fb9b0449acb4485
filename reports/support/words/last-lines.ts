import type { TestResult } from "../../../runner/model/result.ts";

/** The last lines of a program's output; lines that are too long are cut. */
export function lastLines(output: string): string[] {
  const end = withoutHome(output.slice(-tailCharacters));
  return end.trimEnd().split("\n").slice(-tailLines).map(shortened);
}

/** The stream that explains a failure: standard error, or standard output if the failure is about that. */
export function tellingOutput(test: TestResult): { stream: "stdout" | "stderr"; text: string } | null {
  const { stdout, stderr } = test.output;
  if (stderr.trim() !== "") return { stream: "stderr", text: stderr };
  const isAboutOutput = test.failure !== null && outputFailures.has(test.failure.code);
  return isAboutOutput && stdout.trim() !== "" ? { stream: "stdout", text: stdout } : null;
}

/** Removes the folder of the hand-in in the sandbox from paths, which means nothing to the student. */
export function withoutHome(words: string): string {
  return words.replaceAll(sandboxHome, "");
}

const sandboxHome = "/home/student/";
const outputFailures = new Set(["no-output", "no-message", "exited-early", "wrong-status", "not-listening"]);
const tailLines = 8;
/** Longest line that is shown completely. */
const lineCharacters = 400;
/** More than this many characters from the end cannot be among the last lines. */
const tailCharacters = tailLines * 4096;

function shortened(line: string): string {
  return line.length <= lineCharacters ? line : `${line.slice(0, lineCharacters)}…`;
}
