import type { StudentIdentity } from "../model/class-result.ts";
import type { ClassPlan, PlannedStudent } from "./class-run.ts";
import type { Claims, Delivery } from "./delivery.ts";
import { fileStems } from "./file-stem.ts";
import { type Assigned, findOwners } from "./find-owners.ts";
import type { WrittenOwners } from "./read-owners.ts";
import { Students } from "./students.ts";

/**
 * Decides who handed in what: each delivery goes to the students that it claims to be from, or to whom a person has
 * assigned it. A delivery without a clear owner is still listed and graded; a student without a hand-in is listed with
 * the hand-ins that may be theirs.
 *
 * @param roster the class; null when it is known only from the hand-ins
 * @param written the owners of some hand-ins, as a person wrote them down
 */
export function planClass(
  deliveries: readonly Delivery[],
  roster: readonly StudentIdentity[] | null,
  attempts: "latest" | "best",
  written: WrittenOwners = new Map(),
): ClassPlan {
  const students = new Students(roster ?? claimants(deliveries));
  const keys = fileStems(deliveries.map(({ path }) => path));
  const keyOf = ({ path }: Delivery) => keys.get(path) as string;
  const assigned = findOwners(deliveries, students, written);
  const handedIn = new Map<StudentIdentity, Delivery[]>(students.all.map((student) => [student, []]));
  for (const { delivery, owners } of assigned) for (const owner of owners) handedIn.get(owner)?.push(delivery);
  const inOrder = [...handedIn].map(([student, found]) => [student, found.sort(byAttempt)] as const);
  const counted = new Set(inOrder.flatMap(([, found]) => (attempts === "best" ? found : found.slice(-1))));
  const unclear = assigned.filter(({ why }) => why !== null);
  const withoutOwner = new Set(unclear.map(({ delivery }) => delivery));
  const stems = fileStems(students.all.map(({ id }) => id));
  return {
    handIns: deliveries.map((delivery) => ({
      key: keyOf(delivery),
      path: delivery.path,
      platform: delivery.platform,
      submittedAt: delivery.submittedAt?.toISOString() ?? null,
      ...(delivery.clock !== undefined && { clock: delivery.clock }),
      late: delivery.late,
      graded: counted.has(delivery) || withoutOwner.has(delivery),
    })),
    students: inOrder.map(
      ([student, found]): PlannedStudent => ({
        ...student,
        fileStem: stems.get(student.id) as string,
        handIns: found.map(keyOf),
        perhaps:
          found.length > 0 ? [] : unclear.filter((one) => mayBe(student, one)).map(({ delivery }) => keyOf(delivery)),
      }),
    ),
    unmatched: unclear.flatMap(({ delivery, why }) => (why ? [{ key: keyOf(delivery), why }] : [])),
  };
}

/** Whether a hand-in may be this student's, who has handed in nothing else: as a candidate, or when there are no candidates. */
function mayBe(student: StudentIdentity, { candidates, isFromOutside }: Assigned): boolean {
  return candidates.length > 0 ? candidates.includes(student) : !isFromOutside;
}

/** By time, when both have one; otherwise by the number at the end of the name, otherwise by name. */
function byAttempt(a: Delivery, b: Delivery): number {
  const byTime = a.submittedAt && b.submittedAt ? a.submittedAt.getTime() - b.submittedAt.getTime() : 0;
  return byTime || (a.attempt ?? 0) - (b.attempt ?? 0) || (a.path < b.path ? -1 : 1);
}

/** Without a roster the class is everyone who handed in, each identified by the most certain of their names. */
function claimants(deliveries: readonly Delivery[]): StudentIdentity[] {
  const byId = new Map<string, StudentIdentity>();
  for (const claims of deliveries.flatMap(({ owners }) => owners)) {
    const id = idOf(claims);
    if (id === null || byId.has(id)) continue;
    const { name, email, username, platformId } = claims;
    byId.set(id, { id, name, email, section: null, username, sisId: null, platformId });
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function idOf({ id, email, username, platformId, label, name }: Claims): string | null {
  return id ?? email ?? username ?? platformId ?? label ?? name;
}
