import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { type ClassPlan, classRun, type GradeRecord, record } from "../../runner/class/class-run.ts";
import { commandFile } from "../../tests/support/built-command.ts";
import { classFolder, graders, homeFolder } from "./settings.ts";

/** The records of a graded class, by folder name. */
export interface GradedClass {
  status: number | null;
  said: string;
  records: ReadonlyMap<string, GradeRecord>;
}

const formats = "html,markdown,text,junit,gradebook,csv,github-summary,github-annotations";

/** Grades the class with the built command line, as the given user. */
export async function gradeClass(options: {
  tier: string;
  grader: string;
  jobs: number;
  out: string;
}): Promise<GradedClass> {
  const { tier, grader, jobs, out } = options;
  const uid = graders[grader] as number;
  const folder = join(classFolder, out);
  const what = ["grade", join(classFolder, "lab.yaml"), join(classFolder, "hand-ins"), "--out", folder];
  const how = ["--tier", tier, "--seed", "7", "--jobs", `${jobs}`, "--report", formats];
  const child = spawn(process.execPath, [commandFile, ...what, ...how], {
    ...{ uid, gid: uid, cwd: classFolder, stdio: ["ignore", "pipe", "pipe"] as const },
    env: environmentOf(grader),
  });
  const [said, printed, [status]] = await Promise.all([text(child.stderr), text(child.stdout), once(child, "close")]);
  if (!existsSync(join(folder, "class.json"))) throw new Error(`nothing was graded (${status}): ${said.slice(-600)}`);
  return { status, said: said + printed, records: readRecords(folder) };
}

/** The environment of a grader. */
export function environmentOf(grader: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME: grader === "root" ? HOME : homeFolder, LANG: "C.UTF-8", TMPDIR: "/tmp" };
}

function readRecords(folder: string): Map<string, GradeRecord> {
  const { plan } = classRun.parse(JSON.parse(readFileSync(join(folder, "class.json"), "utf8")));
  const names = new Map(
    plan.handIns.map((handIn: ClassPlan["handIns"][number]) => [handIn.key, basename(handIn.path)]),
  );
  return new Map(
    readdirSync(join(folder, "results")).map((file) => {
      const key = basename(file, ".json");
      return [names.get(key) ?? key, record.parse(JSON.parse(readFileSync(join(folder, "results", file), "utf8")))];
    }),
  );
}
