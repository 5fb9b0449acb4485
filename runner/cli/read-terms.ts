import type { Terms } from "../class/class-of-one.ts";
import { readGradescopeSubmission, termsOf } from "../class/gradescope-submission.ts";
import { readPolicyByNames } from "../class/read-policy.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { noPolicy } from "../score/policy.ts";
import { orThrow } from "./class-marking.ts";

/**
 * How the points of one hand-in become marks, from the files that the command line names; undefined when it names none.
 *
 * @throws UsageProblem for mistakes in them, or when a policy is given without a submission time
 */
export async function readTerms(flags: { policy?: string; submission?: string }): Promise<Terms | undefined> {
  if (flags.policy !== undefined && flags.submission === undefined)
    throw new UsageProblem("--policy needs --submission, the file that tells when the work was handed in");
  if (flags.submission === undefined) return undefined;
  const submission = orThrow("the submission", await readGradescopeSubmission(flags.submission));
  const policy =
    flags.policy === undefined ? noPolicy : orThrow("the policy", await readPolicyByNames(flags.policy)).policy;
  return termsOf(submission, policy);
}
