import { readdir, readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
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
    // Killed at another moment each time, and at the latest when a hand-in is done: each run gets a little further.
    const { child, ended } = small.startGrading("killed", (line, running) => {
      if (!line.endsWith("(as before)") && kills < 6) running.kill("SIGKILL");
    });
    const delay = kills < 6 ? setTimeout(200 + 300 * kills).then(() => child.kill("SIGKILL")) : null;
    const { status, lines } = await ended;
    await delay;
    graded.push(...lines.filter((line) => !line.endsWith("(as before)")).map((line) => line.replace(/^\S+ /, "")));
    if (status !== null) break;
  }
  expect(await small.marks("killed")).toEqual(expected);
  expect(new Set(graded).size).toBe(graded.length);
  expect((await readdir(small.path("killed/results"))).filter((name) => !name.endsWith(".json"))).toEqual([]);
});

it("replaces workers that are killed and tries their hand-ins once more", async () => {
  const killed = new Set<number>();
  const { ended } = small.startGrading("workers", async (_, running) => {
    if (killed.size > 0) return;
    for (const pid of await workersOf(running.pid as number)) {
      killed.add(pid);
      process.kill(pid, "SIGKILL");
    }
  });
  const { status } = await ended;
  expect(killed.size).toBeGreaterThan(0);
  expect({ status, marks: await small.marks("workers") }).toEqual({ status: 0, marks: expected });
});

it("ends in order on Ctrl-C, and says how to go on", async () => {
  const { ended } = small.startGrading("interrupted", (line, running) => {
    if (/^1\/5/.test(line)) running.kill("SIGINT");
  });
  const { status, lines } = await ended;
  expect(status).toBe(130);
  expect(lines.at(-1)).toMatch(/^Interrupted: \d of 5 are done\. The same command goes on from here\.$/);
});

async function workersOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.trim().split(" ").filter(Boolean).map(Number);
}
