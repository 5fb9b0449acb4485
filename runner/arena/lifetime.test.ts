import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processesMarked, until } from "../../tests/support/test-arena.ts";
import { type Probe, probeTier } from "./probe.ts";
import { workerCommand } from "./worker-command.ts";

/** Inside the project, where it finds the packages it imports. */
const driver = join(import.meta.dirname, `../../dist/arena-driver-${process.pid}.mjs`);
const server = `
import os, socket, sys
os.fork()
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
s.bind(("", int(sys.argv[1])))
s.listen()
s.accept()
`;
const probe: Probe = await probeTier();
const tiers = probe.tier === "full" ? (["full", "ports"] as const) : (["ports"] as const);

let scratch: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "wirecheck-test-"));
  chmodSync(scratch, 0o755);
  mkdirSync(join(scratch, "files"));
  writeFileSync(join(scratch, "files/main.py"), server);
  const entryPoints = [join(import.meta.dirname, "../../tests/support/arena-driver.ts")];
  await build({ entryPoints, outfile: driver, bundle: true, platform: "node", format: "esm", packages: "external" });
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
  rmSync(driver);
});

interface Worker {
  child: ChildProcess;
  mark: string;
  port: number;
}

/** Starts a worker whose program listens, and waits until it does. */
async function startWorker(tier: "full" | "ports", name: string, port: number): Promise<Worker> {
  const mark = `lifetime-${process.pid}-${name}`;
  const program = [tier, scratch, join(scratch, "files"), "/usr/bin/python3", "main.py", `${port}`, mark];
  const [file = "", ...args] = [...workerCommand(tier), process.execPath, driver, ...program];
  const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [message] = await once(child, "message");
  expect(message).toMatchObject({ listening: port });
  return { child, mark, port };
}

function leftovers(mark: string): unknown {
  return {
    processes: processesMarked(mark),
    folders: readdirSync(scratch).filter((name) => name.startsWith("arena-")),
  };
}

const nothing = { processes: [], folders: [] };

describe.each(tiers)("the end of a worker in tier %s", (tier) => {
  const endings = [
    { title: "SIGTERM", end: (child: ChildProcess) => child.kill("SIGTERM"), status: 143 },
    { title: "Ctrl-C", end: (child: ChildProcess) => child.kill("SIGINT"), status: 130 },
    { title: "the death of its parent", end: (child: ChildProcess) => child.disconnect(), status: 0 },
  ];
  it.each(endings)("leaves nothing after $title", async ({ end, status }) => {
    const { child, mark } = await startWorker(tier, `${tier}-end`, 21_987);
    end(child);
    expect(await once(child, "exit")).toEqual([status, null]);
    expect(leftovers(mark)).toEqual(nothing);
  });
});

describe.runIf(probe.tier === "full")("workers in networks of their own", () => {
  it("take their programs with them even when killed", async () => {
    const { child, mark } = await startWorker("full", "killed", 12_345);
    expect(processesMarked(mark).length).toBeGreaterThan(1);
    child.kill("SIGKILL");
    await once(child, "exit");
    await until(() => processesMarked(mark).length === 0);
  });

  it("run programs with the same hard-coded port side by side", async () => {
    const workers = await Promise.all(["left", "right"].map((name) => startWorker("full", name, 12_345)));
    for (const { child } of workers) child.kill("SIGTERM");
    await Promise.all(workers.map(({ child }) => once(child, "exit")));
    expect(workers.flatMap(({ mark }) => processesMarked(mark))).toEqual([]);
  });
});
