import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handInTimes, makeClass, smallLab } from "../bench/made-class/make-class.ts";
import { commandFile } from "./support/built-command.ts";

/** WIRECHECK_CLASS=300 grades a class as large as real ones. */
const size = Number(process.env.WIRECHECK_CLASS ?? 27);
/** Each hand-in takes seconds of CPU time, on cores that may be busy. */
const timeout = Math.max(300_000, size * 60_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "made-class-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("grades Moodle's teams by an Indonesian worksheet, over the night in which the clocks change", {
  timeout,
}, async () => {
  const { source, worksheet } = await makeClass(folder, "moodle-teams", size);
  const policy = join(folder, "late.yaml");
  const deadline = "deadline: 2025-11-01 20:00\ntimezone: America/New_York\n";
  await writeFile(policy, `${deadline}penalty: { percent: 10, per: day }\n`);
  const files = ["--roster", worksheet, "--sheet", worksheet, "--policy", policy];
  const out = join(folder, "grades");
  const reports = ["--report", "gradebook,moodle-worksheet", "--lang", "id", "--seed", "1"];
  const ended = await execa(
    process.execPath,
    [commandFile, "grade", smallLab, source, "--out", out, ...files, ...reports],
    {
      reject: false,
    },
  );
  // Some of the made hand-ins cannot be opened; all have a known owner and time.
  expect(ended.exitCode).toBe(3);
  expect(ended.stdout).not.toContain("Tugas tanpa mahasiswa");
  expect(ended.stderr).not.toContain("tenggat tidak berlaku");
  const book = table(await readFile(join(out, "reports/instructor/gradebook.csv"), "utf8"));
  const sheet = table(await readFile(join(out, "reports/instructor/moodle-worksheet.csv"), "utf8"));
  expect(book).toHaveLength(size);
  expect(book.filter(({ status }) => status === "missing")).toEqual([]);
  for (const [index, { status, points, penalty, final, handed_in }] of book.entries()) {
    const days = index % handInTimes.length;
    if (handed_in !== undefined)
      expect(handed_in).toContain(["19:59:00-04:00", "19:30:00-05:00", "20:30:00-05:00"][days]);
    const expected = status === "graded" ? Math.min(Number(points), days) : null;
    expect(penalty === "" ? null : Number(penalty), `row ${index}`).toBe(expected);
    const mark = sheet[index]?.Nilai;
    expect(mark === "" ? "" : Number(mark?.replace(",", ".")), `row ${index}`).toBe(
      final === "" ? "" : Number(final) * 10,
    );
  }
});

function table(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true });
}
