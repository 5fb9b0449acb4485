import type { StudentIdentity } from "../model/class-result.ts";
import type { Text } from "../model/text.ts";
import { classTexts } from "../texts/class.ts";
import type { Claims, Delivery } from "./delivery.ts";
import type { WrittenOwners } from "./read-owners.ts";
import type { Owners, Students } from "./students.ts";

/** A delivery and its owners. */
export interface Assigned {
  delivery: Delivery;
  /** The certain owners. */
  owners: readonly StudentIdentity[];
  /** Why there may be other owners; null when everything is clear. */
  why: Text | null;
  /** Other students who may be its owners. */
  candidates: readonly StudentIdentity[];
  /** Whether it is certainly from a person outside the class. */
  isFromOutside: boolean;
}

/** Finds the owners of each delivery. What a person wrote in the owners file overrides what names say. */
export function findOwners(deliveries: readonly Delivery[], students: Students, written: WrittenOwners): Assigned[] {
  const decisive = new Set(
    (["email", "platformId"] as const).filter((kind) =>
      deliveries.some(({ owners }) => owners.some((claims) => students.has(kind, claims[kind]))),
    ),
  );
  const found = deliveries.map((delivery) => {
    const known = written.get(delivery.path);
    const said = assign(delivery, students, decisive);
    // For a group with known members, "-" in the owners file is about the unknown one.
    return known ? clear(delivery, known.length > 0 ? known : said.owners) : said;
  });
  return withoutNamesakes(found, students, written);
}

function clear(delivery: Delivery, owners: readonly StudentIdentity[]): Assigned {
  return { delivery, owners, why: null, candidates: [], isFromOutside: owners.length === 0 };
}

function assign(delivery: Delivery, students: Students, decisive: ReadonlySet<"email" | "platformId">): Assigned {
  const answers = delivery.owners.map((claims) => ({ claims, found: students.claimed(claims) }));
  const owners = [...new Set(answers.flatMap(({ found }) => ("owners" in found ? found.owners : [])))];
  const unclear = answers.flatMap(({ claims, found }) => ("candidates" in found ? [{ claims, ...found }] : []));
  const [first] = unclear;
  if (!first && owners.length > 0) return clear(delivery, owners);
  const candidates = unclear.flatMap((one) => one.candidates);
  const reason = first ? whyUnclear(first) : classTexts.noStudent;
  const who = first && owners.length > 0 ? nameOf(first.claims) : null;
  return {
    delivery,
    owners,
    why: who === null ? reason : classTexts.unknownMember(who, reason),
    candidates,
    isFromOutside: unclear.length > 0 && unclear.every(({ claims }) => students.excludes(claims, decisive)),
  };
}

function whyUnclear({ candidates }: Extract<Owners, { candidates: unknown }>): Text {
  const ids = candidates.map(({ id }) => id);
  const [only] = ids;
  if (only === undefined) return classTexts.noStudent;
  return ids.length === 1 ? classTexts.perhapsStudent(only) : classTexts.severalStudents(ids);
}

function nameOf({ name, id, email, username, label, platformId }: Claims): string {
  const number = id ?? email ?? username ?? platformId;
  return name && number ? `${name} (${number})` : (name ?? number ?? label ?? "?");
}

/** When two accounts of the platform match one name of the roster, one of them is another person: neither is assigned. */
function withoutNamesakes(found: Assigned[], students: Students, written: WrittenOwners): Assigned[] {
  const numbersOf = new Map<StudentIdentity, Set<string>>();
  const byName = ({ delivery, owners }: Assigned) => {
    const [claims, ...others] = delivery.owners;
    const [owner] = owners;
    const isByName = claims && others.length === 0 && !students.has("platformId", claims.platformId);
    return isByName && owner && claims.platformId && !written.has(delivery.path)
      ? { owner, platformId: claims.platformId }
      : null;
  };
  for (const one of found) {
    const named = byName(one);
    if (named) numbersOf.set(named.owner, (numbersOf.get(named.owner) ?? new Set()).add(named.platformId));
  }
  return found.map((one) => {
    const named = byName(one);
    if (!named || (numbersOf.get(named.owner)?.size ?? 0) < 2) return one;
    return { ...one, owners: [], why: classTexts.sameName(named.owner.id), candidates: [named.owner] };
  });
}
