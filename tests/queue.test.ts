import { cp, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import getPort from "get-port";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { GradeRecord } from "../runner/class/class-run.ts";
import { labPoints } from "./support/lab-points.ts";
import { QueuedClass } from "./support/queued-class.ts";
import { noRedis } from "./support/redis-server.ts";
import { UiServer } from "./support/ui-server.ts";

const fixtures = { budi: "correct-plain", citra: "upper-cases", dewi: "exits-at-once", eka: "prefix-echo" };

let queued: QueuedClass;
beforeAll(async () => {
  if (noRedis === null) queued = await QueuedClass.of(fixtures);
});
afterAll(() => queued?.remove());

describe.skipIf(noRedis !== null)(`through a queue${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  it("a class gets the same gradebook as from one machine and from shards", async () => {
    const { small } = queued;
    const report = ["--report", "gradebook"];
    const workers = [await queued.worker(), await queued.worker()];
    await small.grade("local", ...report);
    const parts = [1, 2].map((part) => small.path(`part-${part}`));
    for (const part of [1, 2]) await small.grade(`part-${part}`, "--shard", `${part}/2`);
    await small.run("merge", ...parts, "--out", small.path("merged"), ...report);

    const { status, lines } = await small.grade("queued", ...queued.through, ...report);
    expect(status).toBe(0);
    expect(lines.filter((line) => /^\d\/4 \w+: \d+\/10$/.test(line))).toHaveLength(4);
    const gradebook = (out: string) => readFile(small.path(`${out}/reports/instructor/gradebook.csv`), "utf8");
    expect(await gradebook("queued")).toBe(await gradebook("local"));
    expect(await gradebook("queued")).toBe(await gradebook("merged"));
    expect(await records(small.path("queued"))).toEqual(await records(small.path("local")));
    const graded = workers.flatMap((worker) => worker.lines).filter((line) => /: \d+\/10$/.test(line));
    expect(graded.map((line) => line.split(":")[0]).sort()).toEqual(Object.keys(fixtures));
  });

  it("nothing of a hand-in stays in Redis once it is collected", async () => {
    expect(await left()).toEqual([]);
  });

  it("what is graded already is not put into the queue again", async () => {
    const { lines } = await queued.small.grade("queued", ...queued.through);
    expect(lines.filter((line) => line.endsWith("(as before)"))).toHaveLength(4);
  });

  it("what the page of a class grades again goes through it, too", async () => {
    const through = [...queued.through, "--labels", "desk"];
    const worker = await queued.worker({ options: ["--labels", "desk"] });
    const server = await UiServer.start(queued.path("queued"), ...through, "--port", String(await getPort()));
    onTestFinished(() => server.kill());
    const order = { method: "POST", body: JSON.stringify({ student: "citra" }) };
    expect((await fetch(`${server.address}again`, order)).status).toBe(204);
    await worker.says(/^citra: 4\/10$/);
    worker.child.kill("SIGTERM");
    await worker.ended;
  });

  it("a lab goes with its reference programs, and a hand-in with what nobody may read", async () => {
    const { small } = queued;
    await cp("reference/hello/python", small.path("hello/gita"), { recursive: true });
    await cp("reference/hello/python", small.path("hello/hadi"), { recursive: true });
    await symlink("/etc/passwd", small.path("hello/hadi/data.txt"));
    const grade = (out: string, ...options: string[]) =>
      small.run("grade", "hello", small.path("hello"), "--out", small.path(out), "--seed", "7", ...options);
    const [here, there] = [await grade("hello-local"), await grade("hello-queued", ...queued.through)];
    expect(there.stdout).toBe(here.stdout);
    expect(await records(small.path("hello-queued"))).toEqual(await records(small.path("hello-local")));
    expect((await small.marks("hello-queued")).gita).toBe(await labPoints("hello"));
  });

  it("two runs over one class at once do not disturb each other, over one folder or two", async () => {
    const runs = ["twin", "twin", "other"].map((out) => queued.small.grade(out, ...queued.through));
    expect((await Promise.all(runs)).map(({ status }) => status)).toEqual([0, 0, 0]);
    const marks = await queued.small.marks("queued");
    for (const out of ["twin", "other"]) expect(await queued.small.marks(out)).toEqual(marks);
    expect(await left()).toEqual([]);
  });
});

/** Keys of hand-ins in Redis. */
async function left(): Promise<string[]> {
  return (await queued.redis.keys()).filter(
    (key) => /parcel|class|:wait|:active|:failed|[0-9a-f]{64}$/.test(key) && !key.includes(":lab:"),
  );
}

/** The parts of results that decide marks and explanations, without times. */
async function records(out: string) {
  const names = (await readdir(join(out, "results"))).sort();
  return Promise.all(
    names.map(async (name) => {
      const read = JSON.parse(await readFile(join(out, "results", name), "utf8")) as GradeRecord;
      const { files, error, result } = read;
      const tests = result?.tests.map(({ id, status, points, failure, diagnosis }) => [
        id,
        status,
        points,
        failure?.code,
        diagnosis?.code,
      ]);
      return { name, files, error, score: result?.score, seed: result?.seed, submission: result?.submission, tests };
    }),
  );
}
