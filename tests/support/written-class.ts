import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClassRun, GradeRecord } from "../../runner/class/class-run.ts";
import { termsDigest } from "../../runner/class/fingerprint.ts";
import { Store } from "../../runner/class/store.ts";
import type { ClassResult, ClassStudent } from "../../runner/model/class-result.ts";
import { schemaVersion } from "../../runner/model/result.ts";

/** Writes a class into a folder as `wirecheck grade` does, without grading it; each student has one hand-in. */
export async function writeClass(folder: string, lab: string, { students }: ClassResult): Promise<ClassRun> {
  const store = new Store(folder);
  await store.prepare();
  const run: ClassRun = {
    schemaVersion,
    lab: { id: "tcp-echo", title: { en: "TCP echo server", id: "Server echo TCP" }, file: lab },
    terms: {
      ...{ labDigest: "0", seed: 7, language: "en", tier: "full", watch: true, program: null, wirecheck: "0.1.0" },
    },
    attempts: "latest",
    source: join(folder, "hand-ins"),
    shard: null,
    startedAt: "2025-11-21T02:38:55.000Z",
    plan: {
      handIns: students.flatMap(({ fileStem, submission }) =>
        submission === null
          ? []
          : [{ key: fileStem, path: submission.path, platform: "folder", submittedAt: null, late: null, graded: true }],
      ),
      students: students.map(({ submission, result: _, error: __, grade: ___, ...student }) => ({
        ...student,
        handIns: submission === null ? [] : [student.fileStem],
        perhaps: [],
      })),
      unmatched: [],
    },
  };
  await store.writeRun(run);
  for (const student of students) if (student.submission) await writeResult(folder, run, student);
  return run;
}

/** Writes how a student's hand-in was graded. */
export async function writeResult(
  folder: string,
  { terms }: ClassRun,
  { fileStem, result, error }: Pick<ClassStudent, "fileStem" | "result" | "error">,
): Promise<void> {
  const written: GradeRecord = { files: "0", terms: termsDigest(terms), result, error };
  await writeFile(join(folder, "results", `${fileStem}.json`), JSON.stringify(written));
}
