import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { readProcFile } from "../runner/linux/proc-file.ts";
import { childrenByFile, processTree } from "../runner/linux/process-tree.ts";
import { SmallClass } from "./support/small-class.ts";

const fixtures = {
  budi: "correct-plain",
  citra: "upper-cases",
  dewi: "exits-at-once",
  eka: "correct-plain",
  fajar: "reads-until-eof",
};
const expected = { budi: 10, citra: 4, dewi: 0, eka: 10, fajar: 4 };

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of(fixtures);
});
afterAll(() => small.remove());

it("goes on where it was killed, grades nothing twice and loses nothing", async () => {
  const graded: string[] = [];
  for (let kills = 0; ; kills += 1) {
    // Killed at a different moment each time, at the latest when a hand-in is done, so that each run gets a little
    // further.
    const { child, ended } = small.startGrading("killed", (line, running) => {
      if (!line.endsWith("(as before)") && kills < 6) running.kill("SIGKILL");
    });
    const delay = kills < 6 ? setTimeout(200 + 300 * kills).then(() => child.kill("SIGKILL")) : null;
    const { status, lines } = await ended;
    await delay;
    const done = lines.filter((line) => /: \d+\/\d+/.test(line) && !line.endsWith("(as before)"));
    graded.push(...done.map((line) => line.replace(/^\S+ /, "")));
    if (status !== null) break;
  }
  expect(await small.marks("killed")).toEqual(expected);
  expect(new Set(graded).size).toBe(graded.length);
  expect((await readdir(small.path("killed/results"))).filter((name) => !name.endsWith(".json"))).toEqual([]);
});

it("replaces workers that are killed and tries their hand-ins once more", async () => {
  const killed = new Set<number>();
  const { ended } = small.startGrading("workers", (_, running) => {
    if (killed.size > 0) return;
    for (const pid of childrenByFile(running.pid as number)) {
      killed.add(pid);
      process.kill(pid, "SIGKILL");
    }
  });
  const { status } = await ended;
  expect(killed.size).toBeGreaterThan(0);
  expect({ status, marks: await small.marks("workers") }).toEqual({ status: 0, marks: expected });
});

it("gives a hand-in up after the second try, leaves a blank for it, and tries it again the next time", async () => {
  const cursed = await SmallClass.of({ budi: "correct-plain", citra: "upper-cases" });
  onTestFinished(() => cursed.remove());
  const program = `server.${randomBytes(6).toString("hex")}.py`;
  await rename(join(cursed.handIns, "citra/server.py"), join(cursed.handIns, "citra", program));
  const { child, ended } = cursed.startGrading("grades", () => {});
  const killed = new Set<number>();
  while (child.exitCode === null) {
    for (const pid of childrenByFile(child.pid as number)) if (runs(pid, program)) killed.add(pid);
    for (const pid of killed) if (existsSync(`/proc/${pid}`)) process.kill(pid, "SIGKILL");
    await setTimeout(10);
  }
  const { status, stdout } = await ended;
  expect({ status, marks: await cursed.marks("grades") }).toEqual({ status: 3, marks: { budi: 10, citra: null } });
  expect(stdout).toMatch(/citra: wirecheck or the machine failed, twice: a grading worker\s+ended\s+with\s+SIGKILL/);
  expect(killed.size).toBe(2);
  const report = await cursed.run("report", cursed.path("grades"), "--report", "gradebook,moodle,canvas");
  expect(report.status).toBe(3);
  for (const [file, column] of Object.entries({ gradebook: "final", "moodle-import": "grade", canvas: "Small echo" })) {
    const rows = await readFile(cursed.path(`grades/reports/instructor/${file}.csv`), "utf8");
    const [row] = parse(rows, { columns: true, bom: true, from: file === "canvas" ? 3 : 2 }) as Record<
      string,
      string
    >[];
    expect([file, row?.[column]]).toEqual([file, ""]);
  }

  const again = await cursed.grade("grades");
  expect([again.status, await cursed.marks("grades")]).toEqual([0, { budi: 10, citra: 4 }]);
});

it("ends in order on Ctrl-C, and says how to go on", async () => {
  const { ended } = small.startGrading("interrupted", (line, running) => {
    if (/^1\/5/.test(line)) running.kill("SIGINT");
  });
  const { status, lines } = await ended;
  expect(status).toBe(130);
  expect(lines.at(-1)).toMatch(/^Interrupted: \d of 5 are done\. The same command goes on from here\.$/);
});

/** Whether a process, or one that it started, runs a program of this name. */
function runs(pid: number, program: string): boolean {
  return processTree(pid).some((each) => readProcFile(`/proc/${each}/cmdline`)?.includes(program));
}
