import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { atOnce } from "../../runner/at-once.ts";
import { pythonPath } from "../graders.ts";
import { run } from "../run.ts";
import type { Files } from "./content.ts";
import { type LayoutName, layouts } from "./layouts.ts";
import { type Member, makeMembers } from "./members.ts";

/** A class on disk, ready to be graded. */
export interface MadeClass {
  layout: LayoutName;
  /** The folder or archive with the hand-ins. */
  source: string;
  /** CSV file of its students; one has handed in nothing, and one hand-in belongs to nobody. */
  roster: string;
  /** Moodle's grading worksheet of the same students, in Indonesian; handed in around the night in which the clocks change. */
  worksheet: string;
}

/** The lab that made classes are graded by. */
export const smallLab = "bench/made-class/lab.yaml";

/** Makes a class of `size` students in a folder, as the platform would deliver it. */
export async function makeClass(folder: string, layout: LayoutName, size: number): Promise<MadeClass> {
  const members = await makeMembers(size);
  const { files, isArchive, areClones } = { isArchive: false, areClones: false, ...layouts[layout](members) };
  await mkdir(folder, { recursive: true });
  const name = isArchive ? "hand-ins.zip" : "hand-ins";
  await writeFiles(isArchive ? folder : join(folder, name), isArchive ? { [name]: { members: files } } : files);
  if (areClones) await commitEach(members.map(({ username }) => join(folder, name, `echo-lab-${username}`)));
  const roster = join(folder, "roster.csv");
  await writeFile(roster, rosterOf(members));
  const worksheet = join(folder, "worksheet.csv");
  await writeFile(worksheet, worksheetOf(members));
  return { layout, source: join(folder, name), roster, worksheet };
}

/** When hand-ins come, in turn: in time, a day late and two days late for Saturday 20:00 in New York. */
export const handInTimes = [
  "Sabtu, 1 November 2025, 19:59",
  "Minggu, 2 November 2025, 19:30",
  "Minggu, 2 November 2025, 20:30",
];

function worksheetOf(members: readonly Member[]): string {
  const header = [
    ...["ID", "Nama lengkap", "Alamat email", "Status", "Nilai", "Nilai maksimum", "Nilai bisa diubah"],
    ...["Terakhir diubah (ajuan)", "Terakhir diubah (nilai)", "Komentar umpan balik"],
  ];
  const rows = members.map(({ platformId, name, email }, index) => [
    ...[`Peserta${platformId}`, name, email, "Diajukan untuk penilaian", "", "100,00", "Ya"],
    ...[handInTimes[index % handInTimes.length] ?? "-", "-", ""],
  ]);
  return stringify([header, ...rows]);
}

/** Leaves out the first student, whose hand-in then belongs to nobody, and adds one without a hand-in. */
function rosterOf(members: readonly Member[]): string {
  const absent = { id: "5025239999", name: "Wati Absen", email: "wati@x.id", section: "A", username: "wati" };
  const columns = ["id", "name", "email", "section", "username", "platformId"];
  const header = [...columns.slice(0, -1), "platform id"];
  const rows = [...members.slice(1), { ...absent, platformId: "99999" }];
  return stringify([header, ...rows.map((row) => columns.map((column) => row[column as keyof typeof row]))]);
}

async function writeFiles(root: string, files: Files): Promise<void> {
  const argv = ["bench/made-class/write-files.py", root];
  const child = spawn(await pythonPath(), argv, { stdio: ["pipe", "inherit", "inherit"] });
  child.stdin.end(JSON.stringify(files));
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`write-files.py ended with status ${status}`);
}

async function commitEach(repositories: readonly string[]): Promise<void> {
  const date = "2025-11-20T16:50:03Z";
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const who = ["-c", "user.name=x", "-c", "user.email=x@x.id"];
  await atOnce(2, repositories, async (repository) => {
    const git = (...args: string[]) => run(["git", "-C", repository, ...args], env);
    for (const args of [
      ["init", "--quiet"],
      ["add", "."],
      [...who, "commit", "--quiet", "-m", "Hand in"],
    ])
      if ((await git(...args)) !== 0) throw new Error(`git ${args.join(" ")} failed in ${repository}`);
  });
}
