import type { TranscriptEvent } from "../../../runner/model/seen.ts";
import { leftOutTexts } from "../../../runner/texts/student-page.ts";
import type { Participants } from "./participants.ts";
import type { Gap } from "./row.ts";

/** An event that is shown, or a gap in place of those that are not. */
export type Entry = TranscriptEvent | Gap;

/**
 * Leaves out less important events and marks the gaps: those of peers without a lane, repetitions, and the middle of
 * what is still more than `most`. Events in `kept` always stay.
 */
export function shorten(
  events: readonly TranscriptEvent[],
  participants: Participants,
  kept: ReadonlySet<TranscriptEvent>,
  most: number,
): readonly Entry[] {
  return withoutMiddle(withoutRuns(withoutOthers(events, participants), kept), kept, most);
}

/** Fewer similar events than this are shown one by one. */
const shortestRun = 6;
/** The end of a test is more informative than its beginning. */
const shareAtEnd = 0.65;

function withoutOthers(events: readonly TranscriptEvent[], participants: Participants): Entry[] {
  const hasLane = new Set(participants.lanes);
  return grouped(events, (event) => (hasLane.has(event.who) ? event : "others")).flatMap((group): Entry[] => {
    if (group.every(({ who }) => hasLane.has(who))) return group;
    return [{ kind: "gap", label: leftOutTexts.others(group.length, new Set(group.map(({ who }) => who)).size) }];
  });
}

function withoutRuns(entries: readonly Entry[], kept: ReadonlySet<TranscriptEvent>): Entry[] {
  const alike = (entry: Entry) => (isGap(entry) || kept.has(entry) ? entry : `${entry.who} ${entry.kind}`);
  return grouped(entries, alike).flatMap((group): Entry[] => {
    const middle = group.slice(2, -1);
    if (group.length < shortestRun) return group;
    const bytes = middle.reduce((sum, entry) => sum + (isGap(entry) ? 0 : (entry.bytes?.length ?? 0)), 0);
    return [...group.slice(0, 2), { kind: "gap", label: leftOutTexts.alike(middle.length, bytes) }, ...group.slice(-1)];
  });
}

function withoutMiddle(entries: readonly Entry[], kept: ReadonlySet<TranscriptEvent>, most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  const atEnd = Math.round(most * shareAtEnd);
  const from = most - atEnd;
  const to = entries.length - atEnd;
  const isOut = (entry: Entry, index: number) => index >= from && index < to && (isGap(entry) || !kept.has(entry));
  const places = entries.map((entry, index) => ({ entry, isOut: isOut(entry, index) }));
  return grouped(places, (place) => (place.isOut ? "out" : place)).flatMap((group): Entry[] =>
    group.some((place) => place.isOut)
      ? [{ kind: "gap", label: leftOutTexts.between(group.length) }]
      : group.map(({ entry }) => entry),
  );
}

function isGap(entry: Entry): entry is Gap {
  return entry.kind === "gap";
}

/** Groups neighbours with the same key; an entry that is its own key stays alone. */
function grouped<T>(entries: readonly T[], keyOf: (entry: T) => unknown): T[][] {
  const groups: T[][] = [];
  let lastKey: unknown;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (groups.length > 0 && key === lastKey) groups.at(-1)?.push(entry);
    else groups.push([entry]);
    lastKey = key;
  }
  return groups;
}
