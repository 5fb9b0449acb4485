import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleResult, sampleTest } from "../../tests/support/sample-results.ts";
import { noPolicy, type Policy } from "../score/policy.ts";
import type { Lab } from "../spec/lab.ts";
import type { ClassRun, GradeRecord, PlannedHandIn, Terms } from "./class-run.ts";
import { termsDigest } from "./fingerprint.ts";
import { loadClass } from "./load-class.ts";
import { Store } from "./store.ts";

const words = { en: "x", id: "x" };
const terms: Terms = {
  labDigest: "",
  seed: 1,
  language: "en",
  tier: "full",
  watch: true,
  program: null,
  wirecheck: "1",
};
const lab = {
  id: "tcp-echo",
  title: words,
  programs: { server: {} },
  tests: [{ id: "starts", title: words, why: words, points: 10, steps: [] }],
} as unknown as Lab;
const threeADay: Policy = {
  ...noPolicy,
  deadline: new Date("2025-11-21T12:00:00Z"),
  penalty: { points: 3, per: "day" },
};

let store: Store;
beforeEach(async () => {
  store = new Store(await mkdtemp(join(tmpdir(), "wirecheck-store-")));
  await store.prepare();
});
afterEach(() => rm(store.folder, { recursive: true, force: true }));

describe("of several attempts", () => {
  beforeEach(async () => {
    await store.writeRecord("first", graded("failed"));
    await store.writeRecord("second", graded("passed"));
    await store.writeRecord("third", graded("passed"));
  });
  const attempts = [handIn("first", "21"), handIn("second", "22"), handIn("third", "23")];

  it("the latest counts", async () => {
    expect(await marked(run({ handIns: attempts }), threeADay)).toMatchObject({
      grade: { final: 4 },
      submission: { attempt: 3, late: true },
    });
  });

  it("the best counts: the one with more final points, lateness included", async () => {
    const best = run({ handIns: attempts, attempts: "best" });
    expect(await marked(best, threeADay)).toMatchObject({
      grade: { final: 7 },
      submission: { attempt: 2, attempts: 3 },
    });
    expect(await marked(best, noPolicy)).toMatchObject({ grade: { final: 10 }, submission: { attempt: 3 } });
  });
});

describe("it stays blank", () => {
  it("where a test could not be judged", async () => {
    await store.writeRecord("first", graded("error"));
    expect(await marked(run({ handIns: [handIn("first", "21")] }))).toMatchObject({
      grade: null,
      error: { kind: "grader" },
    });
  });

  it.each([
    ["is damaged", () => "{", "Its result file is damaged"],
    [
      "is of a newer wirecheck",
      (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":2'),
      "a newer wirecheck",
    ],
    [
      "is of an older wirecheck",
      (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":0'),
      "an older wirecheck",
    ],
  ])("where its result %s, and says so", async (_, change, said) => {
    await store.writeRecord("first", graded("passed"));
    const file = join(store.folder, "results", "first.json");
    await writeFile(file, change(await readFile(file, "utf8")));
    const student = await marked(run({ handIns: [handIn("first", "21")] }));
    expect(student).toMatchObject({ grade: null, result: null, error: { kind: "grader" } });
    expect(student?.error?.text.en).toContain(said);
  });

  it("where it was graded under other terms, or not yet", async () => {
    await store.writeRecord("first", { ...graded("passed"), terms: "others" });
    for (const key of ["first", "never"])
      expect(await marked(run({ handIns: [handIn(key, "21")] }))).toMatchObject({
        grade: null,
        result: null,
        error: { kind: "grader" },
      });
  });
});

it("reads results when they are asked for, as the lab scores them now", async () => {
  await store.writeRecord("first", graded("passed"));
  const student = await marked(run({ handIns: [handIn("first", "21")] }));
  expect(student?.result).toMatchObject({ score: 10, tests: [{ id: "starts", points: 10 }] });
});

describe("a hand-in that may be a student's", () => {
  const perhaps = async (points: number | null) => {
    const of = run({ handIns: [handIn("first", "21")] });
    const [budi] = of.plan.students;
    const students = budi ? [{ ...budi, handIns: [], perhaps: ["first"] }] : [];
    const given = points === null ? [] : [{ item: "total", points, comment: null }];
    const marks = { byStudent: new Map([["budi", given]]), maxPoints: new Map() };
    const policy = { ...noPolicy, missing: "zero" as const };
    const graded = await loadClass(store, { ...of, plan: { ...of.plan, students } }, { lab, policy, marks });
    return graded.students[0];
  };

  it("keeps the mark blank, also where nothing handed in means zero", async () => {
    expect(await perhaps(null)).toMatchObject({ grade: null, submission: null, error: { kind: "owner" } });
  });

  it("gives way to a mark given by hand", async () => {
    expect(await perhaps(7)).toMatchObject({ grade: { final: 7 } });
  });
});

it("leaves out of a shard whoever is another's", async () => {
  const handIns = [handIn("first", "21")];
  expect(await marked(run({ handIns, shard: { index: 2, count: 2 } }))).toBeUndefined();
});

async function marked(of: ClassRun, policy = noPolicy) {
  const graded = await loadClass(store, of, { lab, policy, marks: { byStudent: new Map(), maxPoints: new Map() } });
  return graded.students[0];
}

function run({ handIns, ...more }: Partial<ClassRun> & { handIns: PlannedHandIn[] }): ClassRun {
  const budi = { id: "budi", name: null, email: null, section: null, username: null, sisId: null, platformId: null };
  const students = [{ ...budi, fileStem: "budi", handIns: handIns.map(({ key }) => key), perhaps: [] as string[] }];
  return {
    ...{ schemaVersion: 1, lab: { id: lab.id, title: words, file: "" }, terms, attempts: "latest", shard: null },
    ...{ startedAt: "2025-11-21T12:00:00Z", plan: { handIns, students, unmatched: [] } },
    ...more,
  };
}

function handIn(key: string, day: string): PlannedHandIn {
  return { key, path: key, platform: "folder", submittedAt: `2025-11-${day}T12:00:00Z`, late: null, graded: true };
}

function graded(status: "passed" | "failed" | "error"): GradeRecord {
  const result = sampleResult([sampleTest({ id: "starts", status, maxPoints: 6 })]);
  return { files: "", terms: termsDigest(terms), result, error: null };
}
