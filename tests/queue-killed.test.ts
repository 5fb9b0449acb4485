import { randomBytes } from "node:crypto";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { readProcFile } from "../runner/linux/proc-file.ts";
import { processTree } from "../runner/linux/process-tree.ts";
import { QueuedClass } from "./support/queued-class.ts";
import { noRedis } from "./support/redis-server.ts";

const fixtures = { budi: "correct-plain", citra: "upper-cases", dewi: "exits-at-once", eka: "correct-plain" };
const marks = { budi: 10, citra: 4, dewi: 0, eka: 10 };

/** Long enough for a worker on a busy machine to renew its locks. */
const soon = { options: ["--takeover", "5"] };

async function classOf(made: Readonly<Record<string, string>>): Promise<QueuedClass> {
  const queued = await QueuedClass.of(made);
  onTestFinished(() => queued.remove());
  return queued;
}

describe.skipIf(noRedis !== null)(`kill -9${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  it("of a worker: another one grades what it had in hand", async () => {
    const queued = await classOf(fixtures);
    const first = await queued.worker(soon);
    const { ended } = queued.small.startGrading("grades", () => {}, queued.through);
    await first.says(/10|4\/10/);
    first.child.kill("SIGKILL");
    const second = await queued.worker(soon);
    const { status } = await ended;
    expect({ status, marks: await queued.small.marks("grades") }).toEqual({ status: 0, marks });
    expect(second.lines.filter((line) => /: \d+\/10$/.test(line)).length).toBeGreaterThan(0);
  });

  it("of whoever collects: the next one gets what was graded meanwhile, and nothing is graded twice", async () => {
    const queued = await classOf(fixtures);
    const worker = await queued.worker();
    for (let kills = 0; ; kills += 1) {
      const { child, ended } = queued.small.startGrading("grades", () => {}, queued.through);
      const over = { is: false };
      void ended.then(() => {
        over.is = true;
      });
      if (kills < 3) {
        // Killed as soon as another hand-in is graded, before or after the result is written.
        while (!over.is && worker.lines.filter((line) => /: \d+\/10$/.test(line)).length <= kills) await setTimeout(5);
        child.kill("SIGKILL");
      }
      const { status } = await ended;
      if (status === null) continue;
      expect({ status, marks: await queued.small.marks("grades") }).toEqual({ status: 0, marks });
      break;
    }
    const graded = worker.lines.flatMap((line) => /^(\w+): \d+\/10$/.exec(line)?.[1] ?? []);
    expect(graded.sort()).toEqual(Object.keys(marks));
    expect((await queued.redis.keys()).filter((key) => key.includes(":parcel:"))).toEqual([]);
  });

  it("of Redis: everybody waits until it is back, and goes on", async () => {
    const queued = await classOf(fixtures);
    const worker = await queued.worker();
    const { ended } = queued.small.startGrading("grades", () => {}, queued.through);
    await worker.says(/: \d+\/10$/);
    await queued.redis.kill();
    await worker.says(/does not answer/);
    await queued.redis.restart();
    const { status, lines } = await ended;
    expect({ status, marks: await queued.small.marks("grades") }).toEqual({ status: 0, marks });
    expect(lines.filter((line) => line.startsWith("note: the queue at"))).toEqual([
      expect.stringContaining("does not answer: waiting for it"),
      expect.stringContaining("answers again"),
    ]);
  });

  it("of three workers by one hand-in: it is set aside as an error, and the others have their marks", async () => {
    const queued = await classOf(fixtures);
    const program = `server.${randomBytes(6).toString("hex")}.py`;
    await rename(join(queued.small.handIns, "citra/server.py"), join(queued.small.handIns, "citra", program));
    const { child, ended } = queued.small.startGrading("grades", () => {}, queued.through);
    let killed = 0;
    let worker = await queued.worker(soon);
    while (child.exitCode === null) {
      if (runs(worker.child.pid as number, program)) {
        worker.child.kill("SIGKILL");
        killed += 1;
        worker = await queued.worker(soon);
      }
      await setTimeout(10);
    }
    const { status, stdout } = await ended;
    expect({ killed, status, marks: await queued.small.marks("grades") }).toEqual({
      ...{ killed: 3, status: 3, marks: { ...marks, citra: null } },
    });
    expect(stdout).toMatch(/citra: Three workers died while they graded it/);
    const again = await queued.small.grade("grades", ...queued.through);
    expect([again.status, await queued.small.marks("grades")]).toEqual([0, marks]);
  });
});

describe.skipIf(noRedis !== null)("a worker that is told to end", () => {
  it("grades what it has in hand, takes nothing more, and ends with status 0", async () => {
    const queued = await classOf({ ...fixtures, fajar: "correct-plain", gita: "correct-plain", hadi: "upper-cases" });
    const worker = await queued.worker();
    const { ended } = queued.small.startGrading("grades", () => {}, queued.through);
    await worker.says(/: \d+\/10$/);
    worker.child.kill("SIGTERM");
    expect((await worker.ended).status).toBe(0);
    const graded = worker.lines.filter((line) => /: \d+\/10$/.test(line)).length;
    expect(graded).toBeLessThan(7);
    const locks = (await queued.redis.keys()).filter((key) => key.endsWith(":lock"));
    expect(locks).toEqual([]);
    const next = await queued.worker();
    expect((await ended).status).toBe(0);
    expect(next.lines.filter((line) => /: \d+\/10$/.test(line))).toHaveLength(7 - graded);
  });

  it("gives back what it has in hand when it is told so twice", async () => {
    const queued = await classOf({ budi: "correct-plain", citra: "upper-cases" });
    const worker = await queued.worker({ options: ["--takeover", "60"] });
    const { ended } = queued.small.startGrading("grades", () => {}, queued.through);
    while (!runs(worker.child.pid as number, "server.py")) await setTimeout(5);
    worker.child.kill("SIGTERM");
    await worker.says(/ending once/);
    worker.child.kill("SIGTERM");
    await worker.ended;
    const startedMs = performance.now();
    await queued.worker({ options: ["--takeover", "60"] });
    expect((await ended).status).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(50_000);
  });
});

/** Whether a process, or one that it started, runs a program of this name. */
function runs(pid: number, program: string): boolean {
  return processTree(pid).some((each) => readProcFile(`/proc/${each}/cmdline`)?.includes(program));
}
