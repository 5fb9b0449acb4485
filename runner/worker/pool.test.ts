import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Calls } from "./calls.ts";
import type { Loss } from "./lost-call.ts";
import { Pool } from "./pool.ts";

let folder: string;
let losses: Loss[];
let pool: Pool;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirecheck-pool-"));
  chmodSync(folder, 0o755);
  for (const name of ["scratch", "files", "build"]) mkdirSync(join(folder, name));
  losses = [];
  const scratch = join(folder, "scratch");
  pool = await Pool.open({ tier: "local", scratch, watch: false, size: 2, onLoss: (loss) => losses.push(loss) });
});

afterEach(async () => {
  await pool.end();
  rmSync(folder, { recursive: true });
});

/** Has a worker run a line of shell, in a folder that all of them share. */
function run(calls: Pick<Calls, "call">, line: string) {
  const place = { files: join(folder, "files"), build: folder, toolFolders: [] };
  return calls.call("build", { commands: [{ argv: ["/bin/sh", "-c", line], env: {} }], ...place });
}

const files = () => join(folder, "files");
const waitFor = (name: string) => `until [ -e ${JSON.stringify(join(folder, name))} ]; do sleep 0.02; done`;
const touch = (name: string) => `: > ${JSON.stringify(join(folder, name))}`;

it("makes as many calls at once as it has workers: each of two waits for the other", async () => {
  expect([pool.size, pool.isolation.tier]).toEqual([2, "local"]);
  const calls = pool.for("budi");
  const answers = await Promise.all([
    run(calls, `${touch("one")}; ${waitFor("two")}; echo one`),
    run(calls, `${touch("two")}; ${waitFor("one")}; echo two`),
  ]);
  expect(answers.map(({ output }) => output)).toEqual(["one\n", "two\n"]);
  expect(readdirSync(files())).toEqual([]);
});

it("makes a call alone while no other runs", async () => {
  const calls = pool.for("budi");
  const alone = (line: string) => run({ call: (...call) => calls.callAlone(...call) }, line);
  const overlaps = `[ -e ${JSON.stringify(join(folder, "alone"))} ] && echo overlaps`;
  const made = Promise.all([
    run(calls, `${waitFor("go")}; ${overlaps}; ${touch("before")}`),
    alone(`${touch("alone")}; sleep 0.2; rm ${JSON.stringify(join(folder, "alone"))}; ls ${JSON.stringify(folder)}`),
    run(pool.for("cici"), overlaps),
    run(pool.for("dewi"), overlaps),
  ]);
  writeFileSync(join(folder, "go"), "");
  const answers = await made;
  expect(answers[1]?.output.split("\n")).toContain("before");
  expect(answers.map(({ output }) => output.includes("overlaps"))).toEqual([false, false, false, false]);
});

it("reads the parameters of a call that waited when the caller of the one before it knows its answer", async () => {
  const calls = pool.for("budi");
  await calls.withWorker(async () => {
    const lines = ["echo asked too early"];
    const before = async () => lines.unshift((await run(calls, "echo echo known")).output);
    const waiting = {
      get commands() {
        return [{ argv: ["/bin/sh", "-c", lines[0] ?? ""], env: {} }];
      },
      ...{ files: files(), build: folder, toolFolders: [] },
    };
    const [, answer] = await Promise.all([before(), calls.call("build", waiting)]);
    expect(answer.output).toBe("known\n");
  });
});

it("makes a call again whose worker was killed, and goes on with as many workers", async () => {
  const calls = pool.for("budi");
  // The parent of the shell is the worker.
  const killsOnce = `[ -e ${JSON.stringify(join(folder, "killed"))} ] || { ${touch("killed")}; kill -9 $PPID; sleep 5; }; echo again`;
  expect(await run(calls, killsOnce)).toMatchObject({ status: 0, output: "again\n" });
  expect(losses).toMatchObject([{ reason: expect.stringContaining("SIGKILL"), culprit: null }]);
  const both = [run(calls, `${touch("a")}; ${waitFor("b")}`), run(calls, `${touch("b")}; ${waitFor("a")}`)];
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([0, 0]);
});

it("rejects the calls that wait when it is ended, and leaves nothing behind", async () => {
  const calls = pool.for("budi");
  await calls.withWorker(async (worker) => {
    expect(await run(worker, "echo mine")).toMatchObject({ output: "mine\n" });
    const runs = run(calls, "sleep 60").catch((fault: Error) => fault.message);
    const waits = run(calls, "true").catch((fault: Error) => fault.message);
    const ended = pool.end(100);
    expect(await waits).toBe("the grading workers were ended");
    expect(await runs).toMatch(/worker/);
    await ended;
  });
  expect(readdirSync(join(folder, "scratch"))).toEqual([]);
  await expect(run(pool.for("cici"), "true")).rejects.toThrow("the grading workers were ended");
});
