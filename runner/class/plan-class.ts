import type { StudentIdentity } from "../model/class-result.ts";
import type { Text } from "../model/text.ts";
import { classTexts } from "../texts/class.ts";
import type { ClassPlan, PlannedStudent } from "./class-run.ts";
import type { Claims, Delivery } from "./delivery.ts";
import { fileStems } from "./file-stem.ts";
import { Students } from "./students.ts";

/**
 * Who handed in what: each delivery goes to the students that it claims to be from. One that is nobody's, or might be
 * several people's, is listed and graded all the same; a student without a hand-in is listed too.
 *
 * @param roster the class; null where the hand-ins alone say who is in it
 */
export function planClass(
  deliveries: readonly Delivery[],
  roster: readonly StudentIdentity[] | null,
  attempts: "latest" | "best",
): ClassPlan {
  const students = new Students(roster ?? claimants(deliveries));
  const keys = fileStems(deliveries.map(({ path }) => path));
  const keyOf = ({ path }: Delivery) => keys.get(path) as string;
  const handedIn = new Map<StudentIdentity, Delivery[]>(students.all.map((student) => [student, []]));
  const unmatched: ClassPlan["unmatched"] = [];
  for (const delivery of deliveries) {
    const owners = ownersOf(delivery, students);
    if ("why" in owners) unmatched.push({ key: keyOf(delivery), why: owners.why });
    else for (const owner of owners.students) handedIn.get(owner)?.push(delivery);
  }
  const inOrder = [...handedIn].map(([student, found]) => [student, found.sort(byAttempt)] as const);
  const counted = new Set(inOrder.flatMap(([, found]) => (attempts === "best" ? found : found.slice(-1))));
  const nobodys = new Set(unmatched.map(({ key }) => key));
  const stems = fileStems(students.all.map(({ id }) => id));
  return {
    handIns: deliveries.map((delivery) => ({
      key: keyOf(delivery),
      path: delivery.path,
      platform: delivery.platform,
      submittedAt: delivery.submittedAt?.toISOString() ?? null,
      late: delivery.late,
      graded: counted.has(delivery) || nobodys.has(keyOf(delivery)),
    })),
    students: inOrder.map(
      ([student, found]): PlannedStudent => ({
        ...student,
        fileStem: stems.get(student.id) as string,
        handIns: found.map(keyOf),
      }),
    ),
    unmatched,
  };
}

/** All owners of a group's hand-in must be known: a member left out would go without a mark. */
function ownersOf(delivery: Delivery, students: Students): { students: StudentIdentity[] } | { why: Text } {
  const found = delivery.owners.map((claims) => students.claimed(claims));
  const unclear = found.find((answer) => "candidates" in answer);
  if (unclear && "candidates" in unclear) {
    const ids = unclear.candidates.map(({ id }) => id);
    return { why: ids.length > 0 ? classTexts.severalStudents(ids) : classTexts.noStudent };
  }
  const owners = found.flatMap((answer) => ("student" in answer ? [answer.student] : []));
  return owners.length > 0 ? { students: [...new Set(owners)] } : { why: classTexts.noStudent };
}

/** Time tells, where both have one; else the number that the name ends in, else the name. */
function byAttempt(a: Delivery, b: Delivery): number {
  const byTime = a.submittedAt && b.submittedAt ? a.submittedAt.getTime() - b.submittedAt.getTime() : 0;
  return byTime || (a.attempt ?? 0) - (b.attempt ?? 0) || (a.path < b.path ? -1 : 1);
}

/** Without a roster those who handed in are the class, each under the surest of their names. */
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
