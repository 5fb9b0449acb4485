import { type Policy, toPolicy, writtenPolicy } from "../score/policy.ts";
import { type Locate, type Problem, toProblems } from "../spec/problem.ts";
import { readYaml } from "../spec/read-yaml.ts";
import type { Students } from "./students.ts";
import { unknownStudent } from "./unknown-student.ts";

/**
 * Reads a late.yaml; the students in its extensions must be in the class.
 *
 * @param zone the course's time zone, used when the policy names none
 */
export async function readPolicy(
  file: string,
  students: Students,
  zone: string | null = null,
): Promise<Policy | { problems: Problem[] }> {
  const made = await readPolicyByNames(file, zone);
  if ("problems" in made) return made;
  const { locate } = made;
  const extensions = new Map<string, Date>();
  const findings = [];
  for (const [word, deadline] of made.policy.extensions) {
    const found = students.named(word);
    if ("student" in found) extensions.set(found.student.id, deadline);
    else
      findings.push({
        path: ["extensions", word],
        at: "key" as const,
        message: cutByYaml(word, students) ?? unknownStudent(word, students),
      });
  }
  return findings.length > 0 ? { problems: toProblems(file, findings, locate) } : { ...made.policy, extensions };
}

/** Reads a late.yaml and keeps its extensions by the names written there, for a reader that does not know the class. */
export async function readPolicyByNames(
  file: string,
  zone: string | null = null,
): Promise<{ policy: Policy; locate: Locate } | { problems: Problem[] }> {
  const read = await readYaml(file, writtenPolicy);
  if ("problems" in read) return read;
  const { value, locate } = read;
  const made = toPolicy(zone !== null && value.timezone === undefined ? { ...value, timezone: zone } : value);
  if ("policy" in made) return { policy: made.policy, locate };
  const findings = made.impossible.map((path) => ({ path, at: "value" as const, message: noSuchMoment(path, value) }));
  return { problems: toProblems(file, findings, locate) };
}

/** The time zone that a late.yaml names, which also applies to times in other files; null when it names none. */
export async function readTimezone(file: string): Promise<{ timezone: string | null } | { problems: Problem[] }> {
  const read = await readYaml(file, writtenPolicy);
  return "problems" in read ? read : { timezone: read.value.timezone ?? null };
}

/** YAML reads 0511 as a number, and drops its zero. */
function cutByYaml(word: string, students: Students): string | undefined {
  const whole = students.all.find(({ id }) => id.startsWith("0") && id.replace(/^0+/, "") === word)?.id;
  return whole && `\`${word}\` is a number to YAML: write \`"${whole}"\` in quotation marks`;
}

function noSuchMoment(path: readonly string[], written: { timezone?: string | undefined }): string {
  const what = `\`${path.at(-1)}\` is not a date and time`;
  const zone = written.timezone ? ` in ${written.timezone}` : "";
  const needsZone = written.timezone ? "" : ", and say the time zone: `timezone: Asia/Jakarta`";
  return `${what}${zone}: write a day and a time that exist, as in 2025-11-21 23:59${needsZone}`;
}
