import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Earned, gradeStudent } from "./grade-student.ts";
import { noPolicy, type Policy } from "./policy.ts";

const deadline = new Date("2025-11-21T16:59:00Z");
const hourMs = 3_600_000;

/** Handed in so many hours after the deadline. */
function handedIn(hours: number, earned: Partial<Earned> = {}): Earned {
  const submittedAt = new Date(deadline.getTime() + hours * hourMs);
  return {
    tests: new Map([
      ["starts", 20],
      ["echo", 60],
    ]),
    maxScore: 100,
    marks: [],
    handedIn: { student: "budi", submittedAt, saidLate: null },
    ...earned,
  };
}

const tenPerDay: Policy = { ...noPolicy, deadline, penalty: { percent: 10, per: "day" } };
const final = (earned: Earned, policy: Policy) => gradeStudent(earned, policy)?.final;

describe("being late", () => {
  it.each([
    [-1, 80],
    [0, 80],
    [0.01, 70],
    [24, 70],
    [24.01, 60],
    [240, 0],
  ])("by %d hours at ten per cent of the maximum a day leaves %d of 80", (hours, expected) => {
    expect(final(handedIn(hours), tenPerDay)).toBe(expected);
  });

  it("within the grace costs nothing, past it counts from the deadline", () => {
    const policy = { ...tenPerDay, graceMs: hourMs };
    expect([1, 1.01, 24.5].map((hours) => final(handedIn(hours), policy))).toEqual([80, 70, 60]);
  });

  it("can cost points, hours and shares of what was earned", () => {
    expect(final(handedIn(3), { ...tenPerDay, penalty: { points: 2, per: "hour" } })).toBe(74);
    expect(final(handedIn(3), { ...tenPerDay, penalty: { percent: 10, per: "day", of: "earned" } })).toBe(72);
  });

  it("takes nobody below the floor, nor lifts anybody to it", () => {
    const policy = { ...tenPerDay, floor: 50 };
    expect(final(handedIn(240), policy)).toBe(50);
    expect(final(handedIn(240, { tests: new Map([["starts", 20]]) }), policy)).toBe(20);
  });

  it.each([
    ["a day of 25 hours", "2025-11-01T20:00-04:00", "2025-11-02T19:30-05:00", 1],
    ["the same, and a minute more", "2025-11-01T20:00-04:00", "2025-11-02T20:01-05:00", 2],
    ["a day of 23 hours", "2025-03-08T20:00-05:00", "2025-03-09T20:00-04:00", 1],
    ["the same, and a minute more", "2025-03-08T20:00-05:00", "2025-03-09T20:01-04:00", 2],
  ])("counts days by the clocks of the policy's time zone: %s", (_, due, submitted, days) => {
    const policy = { ...tenPerDay, deadline: new Date(due), timezone: "America/New_York", rejectAfter: { days } };
    const late = { student: "budi", submittedAt: new Date(submitted), saidLate: null };
    expect(gradeStudent({ ...handedIn(0), handedIn: late }, policy)?.final).toBe(80 - days * 10);
    const rejected = { ...policy, rejectAfter: { days: days - 1 } };
    expect(gradeStudent({ ...handedIn(0), handedIn: late }, rejected)?.final).toBe(0);
  });

  it("is too late at some point", () => {
    const policy = { ...tenPerDay, rejectAfter: { hours: 48 } };
    expect([48, 48.1].map((hours) => final(handedIn(hours), policy))).toEqual([60, 0]);
  });

  it("counts from a student's own deadline", () => {
    const policy = { ...tenPerDay, extensions: new Map([["budi", new Date(deadline.getTime() + 48 * hourMs)]]) };
    expect([47, 49].map((hours) => final(handedIn(hours), policy))).toEqual([80, 70]);
  });

  it("keeps the points where nobody knows by how much, and says so", () => {
    const unknown = { student: "budi", submittedAt: null, saidLate: true };
    const grade = gradeStudent(handedIn(0, { handedIn: unknown }), tenPerDay);
    expect(grade).toMatchObject({ final: 80, penalty: 0, adjustments: [{ kind: "late", points: 0 }] });
  });
});

describe("a blank", () => {
  it("is what the grader's failure leaves, whatever the policy", () => {
    expect(gradeStudent(handedIn(0, { tests: null }), { ...tenPerDay, missing: "zero" })).toBeNull();
  });

  it("is what a student gets who handed in nothing, unless the policy says zero", () => {
    const nothing = handedIn(0, { tests: null, handedIn: null });
    expect(gradeStudent(nothing, noPolicy)).toBeNull();
    expect(gradeStudent(nothing, { ...noPolicy, missing: "zero" })).toMatchObject({ final: 0, passed: null });
  });

  it("is filled by a total given by hand", () => {
    const marks = [{ item: "total", points: 66, comment: "shown in class" }];
    expect(final(handedIn(0, { tests: null, marks }), noPolicy)).toBe(66);
  });
});

describe("questions", () => {
  const questions = [
    { id: "q-1", points: 12 },
    { id: "q-2", points: 8 },
  ];
  const half = { item: "q-1", points: 6, comment: null };
  const graded = (earned: Partial<Earned>, policy = noPolicy) =>
    gradeStudent(handedIn(0, { questions, ...earned }), policy);

  it("count as points, and until all are marked the grade is one of those graded so far", () => {
    expect(graded({ marks: [half] })).toMatchObject({
      score: 86,
      final: 86,
      pending: 8,
      percent: 93.48,
      adjustments: [],
    });
    expect(graded({ marks: [half, { item: "q-2", points: 8, comment: null }] })).toMatchObject({
      final: 94,
      percent: 94,
    });
    expect(graded({ marks: [{ item: "total", points: 50, comment: null }] })).not.toHaveProperty("pending");
  });

  it("without any mark and any test leave a blank", () => {
    const lone = { tests: new Map<string, number>(), maxScore: 20 };
    expect(graded(lone)).toBeNull();
    expect(graded({ ...lone, marks: [{ ...half, points: 0 }] })).toMatchObject({ final: 0, pending: 8 });
  });

  it("that are open keep nobody from passing, and let nobody fail", () => {
    const passed = (passMark: number) => graded({ marks: [half] }, { ...noPolicy, passMark })?.passed;
    expect([passed(80), passed(90)]).toEqual([true, null]);
  });
});

it("marks given by hand replace a test's points or add an item", () => {
  const marks = [
    { item: "echo", points: 30, comment: null },
    { item: "V.1", points: 5, comment: "good" },
  ];
  const grade = gradeStudent(handedIn(0, { marks, maxScore: 110 }), noPolicy);
  expect(grade).toMatchObject({ score: 80, final: 55, percent: 50, adjustments: [{ points: -30 }, { points: 5 }] });
});

it.each([
  [1, "nearest", 72],
  [5, "nearest", 70],
  [5, "up", 75],
  [5, "down", 70],
  [0.5, "nearest", 71.5],
] as const)("rounds 71.5 to multiples of %d, %s: %d", (to, mode, expected) => {
  const earned = handedIn(0, { tests: new Map([["echo", 71.5]]) });
  expect(final(earned, { ...noPolicy, rounding: { to, mode } })).toBe(expected);
});

it("says whether the pass mark is reached", () => {
  const passed = (passMark: number) => gradeStudent(handedIn(0), { ...noPolicy, passMark })?.passed;
  expect([passed(80), passed(80.01)]).toEqual([true, false]);
});

it("always adds up, never gains by being late, and never loses more than it had", () => {
  const policies = fc.record({
    deadline: fc.constant(deadline),
    graceMs: fc.nat(10 * hourMs),
    penalty: fc.oneof(
      fc.record({ percent: fc.nat(100), per: fc.constantFrom("day" as const, "hour" as const) }),
      fc.record({ points: fc.nat(50), per: fc.constantFrom("day" as const, "hour" as const) }),
    ),
    floor: fc.nat(100),
    rejectAfter: fc.option(fc.oneof(fc.record({ hours: fc.nat(100) }), fc.record({ days: fc.nat(5) }))),
    timezone: fc.constantFrom("UTC", "Asia/Jakarta", "America/New_York"),
  });
  fc.assert(
    fc.property(policies, fc.integer({ min: -50, max: 300 }), fc.nat(4000), (written, hours, cents) => {
      const policy: Policy = { ...noPolicy, ...written };
      const grade = gradeStudent(handedIn(hours, { tests: new Map([["echo", cents / 40]]) }), policy);
      const sum = grade?.adjustments.reduce((total, { points }) => total + points, grade.score);
      expect(sum).toBeCloseTo(grade?.final as number, 5);
      expect(grade?.final).toBeLessThanOrEqual((grade?.score as number) + 0.005);
      expect(grade?.final).toBeGreaterThanOrEqual(0);
    }),
  );
});
