import type { ClassSubmission } from "../model/class-result.ts";
import type { Text } from "../model/text.ts";

/** What a platform's names and metadata say about who handed something in; null where they say nothing. */
export interface Claims {
  /** Student number of the institution. */
  id: string | null;
  name: string | null;
  email: string | null;
  username: string | null;
  /** The platform's own number of the student. */
  platformId: string | null;
  /** A name in free form, such as that of a folder. */
  label: string | null;
  /** Whether a team's name and a hyphen stand before the name. @default false */
  team?: boolean;
}

/** Claims that say nothing. */
export const noClaims: Claims = { id: null, name: null, email: null, username: null, platformId: null, label: null };

/** One hand-in as a platform delivered it, before it is matched with a student of the roster. */
export interface Delivery {
  /** The entry of the class's folder; the first one when several loose files are one hand-in. */
  path: string;
  platform: ClassSubmission["platform"];
  /** One folder, file or archive; or loose files, with the names that the student gave them. */
  sources: readonly { from: string; name: string }[];
  /** Those who handed it in; more than one where a group did. */
  owners: readonly Claims[];
  submittedAt: Date | null;
  /** The same in an unknown time zone: 2025-11-21 16:50. @default not known */
  clock?: string;
  /** Whether the platform calls it late; null when it says nothing. */
  late: boolean | null;
  /** Number of the attempt; null when the platform says nothing. */
  attempt: number | null;
  /** Why a part of it was refused when the class's archive was unpacked. */
  refused: Text | null;
}

/** One entry of the folder with a class's hand-ins. */
export interface Entry {
  name: string;
  /** Where it is on this machine. */
  path: string;
  isFolder: boolean;
  refused: Text | null;
}

/** The deliveries that a platform's layout finds among the entries, and the remaining entries. */
export interface LaidOut {
  deliveries: Delivery[];
  rest: Entry[];
}

/** Reads the names of one platform's downloads; null when the folder is not one. */
export type Layout = (entries: readonly Entry[]) => Promise<LaidOut | null>;

/** The reason for the first refusal among these entries. */
export function firstRefusal(entries: readonly Entry[]): Text | null {
  return entries.find((entry) => entry.refused)?.refused ?? null;
}
