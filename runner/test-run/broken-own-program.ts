import { stackTraceIn } from "../launchers/read-output.ts";
import type { LaunchedProgram, StepFailure } from "../steps/step-context.ts";
import { atRest } from "../steps/support/at-rest.ts";
import type { TestRun } from "./test-run.ts";
import type { TestSetup } from "./test-setup.ts";

/**
 * Why a failure is the lab's own fault; null if it is not. A helper must not end with an error, and must do what steps expect of it. A
 * reference may fail if the hand-in is wrong, but it must start, and must not crash on anything that it receives.
 */
export async function brokenOwnProgram(
  failed: StepFailure,
  run: TestRun,
  setup: Omit<TestSetup, "test">,
): Promise<string | null> {
  for (const program of run.launched.values()) {
    const kind = kindOf(program.of, setup);
    if (kind === null) continue;
    // The end of its connection is seen before the end of its process.
    await atRest(program, run);
    const { role } = program;
    const why = ended(program, kind);
    if (why !== null) return `the lab's ${kind} ${role} ended with ${why}`;
    if (kind === "helper" && failed.who === role)
      return `the lab's helper ${role} did not do what the test expects of it`;
  }
  const kind = kindOf(failed.who ?? "", setup);
  if (kind === null) return null;
  const isLaunched = run.launched.has(failed.who ?? "");
  return isLaunched && kind === "reference" ? null : `the lab's ${kind} ${failed.who} could not be started`;
}

function kindOf(role: string, { programs }: Omit<TestSetup, "test">): "helper" | "reference" | null {
  const program = programs.find((each) => each.role === role);
  if (program === undefined) return null;
  if (program.isHelper) return "helper";
  return role.startsWith("reference-") ? "reference" : null;
}

function ended(program: LaunchedProgram, kind: "helper" | "reference"): string | null {
  const status = program.exit()?.status ?? 0;
  if (status === 0) return null;
  const printed = Buffer.concat(program.output.stderr).toString();
  if (kind === "reference" && stackTraceIn(printed) === null) return null;
  const last = printed.trim().split("\n").at(-1);
  return `status ${status}${last ? `: ${last}` : ""}`;
}
