import type { ClassSubmission } from "../model/class-result.ts";
import type { Text } from "../model/text.ts";

/** What a platform's names and metadata say of who handed something in; null where they say nothing. */
export interface Claims {
  /** Number in the institution's own register. */
  id: string | null;
  name: string | null;
  email: string | null;
  username: string | null;
  /** The platform's own number of the student. */
  platformId: string | null;
  /** A name in free form, such as that of a folder. */
  label: string | null;
  /** Whether the name follows that of a team and a hyphen. @default false */
  team?: boolean;
}

/** Claims of which nothing is known yet. */
export const noClaims: Claims = { id: null, name: null, email: null, username: null, platformId: null, label: null };

/** One hand-in as a platform delivered it, before anybody knows which student of the roster it belongs to. */
export interface Delivery {
  /** The entry of the class's folder, the first of them where loose files belong together. */
  path: string;
  platform: ClassSubmission["platform"];
  /** One folder, file or archive; or loose files, with the names that the student gave them. */
  sources: readonly { from: string; name: string }[];
  /** Those who handed it in; more than one where a group did. */
  owners: readonly Claims[];
  submittedAt: Date | null;
  /** The same by clocks of which no time zone is known: 2025-11-21 16:50. @default nothing tells */
  clock?: string;
  /** What the platform itself says about being late; null where it says nothing. */
  late: boolean | null;
  /** Which attempt the platform says it is; null where it says nothing. */
  attempt: number | null;
  /** Why a part of it was refused when the class's archive was unpacked. */
  refused: Text | null;
}

/** One entry of the folder that a class's hand-ins lie in. */
export interface Entry {
  name: string;
  /** Where it lies on this machine. */
  path: string;
  isFolder: boolean;
  refused: Text | null;
}

/** The deliveries that a platform's layout makes of the entries it knows, and the entries that it does not know. */
export interface LaidOut {
  deliveries: Delivery[];
  rest: Entry[];
}

/** Reads the names of one platform's downloads; null where a folder is none of them. */
export type Layout = (entries: readonly Entry[]) => Promise<LaidOut | null>;

/** The sentence about the first of these entries of which a part was refused. */
export function firstRefusal(entries: readonly Entry[]): Text | null {
  return entries.find((entry) => entry.refused)?.refused ?? null;
}
