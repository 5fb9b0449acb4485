import type { StudentIdentity } from "../model/class-result.ts";

/**
 * The students whose ids, addresses or user names are among the words of a label: `sure` when nothing else can be
 * meant, `possible` when a short number may also be that of a task.
 */
export function numbersWithin(
  label: string,
  byNumber: (word: string) => readonly StudentIdentity[],
): { sure: StudentIdentity[]; possible: StudentIdentity[] } {
  const spans = spansOf(label).flatMap((span) => ({ ...span, students: byNumber(label.slice(span.from, span.to)) }));
  const found = spans.filter(({ students }) => students.length > 0);
  // A user name may contain hyphens: "anna-maria" is not "maria".
  const whole = found.filter((span) => !found.some((other) => other !== span && contains(other, span)));
  const isClear = whole.every(({ from, to, students }) => students.length === 1 && !isShort(label.slice(from, to)));
  const students = [...new Set(whole.flatMap((span) => span.students))];
  return isClear ? { sure: students, possible: [] } : { sure: [], possible: students };
}

interface Span {
  from: number;
  to: number;
}

/** Every run of words of a label. */
function spansOf(label: string): Span[] {
  const words = [...label.matchAll(/[^\s_,;&+()-]+/g)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return words.flatMap(([from], first) => words.slice(first, first + mostWords).map(([, to]) => ({ from, to })));
}

const mostWords = 6;

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** "Lab 3" is not the hand-in of student 3. */
function isShort(word: string): boolean {
  return /^\d{1,3}$/.test(word);
}
