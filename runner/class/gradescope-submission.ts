import * as z from "zod";
import type { Policy } from "../score/policy.ts";
import type { Problem } from "../spec/problem.ts";
import { readYaml } from "../spec/read-yaml.ts";
import type { Terms } from "./class-of-one.ts";

/**
 * Reads the `submission_metadata.json` that Gradescope gives an autograder: when the submission came, from whom, and
 * when its deadline was. See https://gradescope-autograders.readthedocs.io/en/latest/submission_metadata/.
 */
export async function readGradescopeSubmission(file: string): Promise<Submission | { problems: Problem[] }> {
  const read = await readYaml(file, metadata);
  return "problems" in read ? read : read.value;
}

/**
 * The policy for one submission. For a group the latest deadline counts. A member's deadline is the policy's extension
 * for that member (by e-mail address, name or number), else the member's own due date in Gradescope, else the deadline
 * of the policy, else the assignment's due date.
 */
export function termsOf({ created_at, assignment, users }: Submission, policy: Policy): Terms {
  const due = assignment.due_date ?? null;
  const usual = policy.deadline ?? due;
  const deadlines = users.map(({ email, name, id, assignment: own }) => {
    const [extension] = [email, name, id].flatMap((word) => (word && policy.extensions.get(word)) || []);
    const ownDue = own?.due_date ?? null;
    return extension ?? (ownDue?.getTime() === due?.getTime() ? null : ownDue) ?? usual;
  });
  const deadline = deadlines.length === 0 ? usual : deadlines.reduce(later);
  return {
    policy: { ...policy, deadline, extensions: new Map() },
    handedIn: { submittedAt: created_at, saidLate: null },
  };
}

/** null: there is no deadline. */
function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const word = z.union([z.string(), z.number()]).transform(String).nullish();
const metadata = z.looseObject({
  created_at: moment,
  assignment: z.looseObject({ due_date: moment.nullish() }),
  users: z.array(
    z.looseObject({
      ...{ email: word, name: word, id: word },
      assignment: z.looseObject({ due_date: moment.nullish() }).nullish(),
    }),
  ),
});
export type Submission = z.infer<typeof metadata>;
